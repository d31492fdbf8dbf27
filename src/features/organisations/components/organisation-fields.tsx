"use client";

import { useLocale, useTranslations } from "next-intl";
import type { UseFormReturnType } from "@mantine/form";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { OrganisationKind } from "#generated/prisma/enums.ts";
import { countriesByName } from "#lib/country.ts";
import type { OrganisationContent } from "../schema.ts";
import { useOrganisationWords } from "./organisation-words.ts";

/** Name, acronym, kind and country. */
export function OrganisationFields<Values extends OrganisationContent>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const t = useTranslations("organisations");
  const locale = useLocale();
  const words = useOrganisationWords();
  const { values, errors } = form;
  const set = (name: keyof OrganisationContent, value: string | null) =>
    form.setFieldValue(name, value as never);
  return (
    <>
      <TextField
        label={t("field.name")}
        description={t("hint.name")}
        dir="auto"
        maxLength={200}
        value={values.name}
        error={errors.name}
        onChange={(event) => set("name", event.currentTarget.value)}
      />
      <TextField
        label={t("field.acronym")}
        dir="auto"
        maxLength={30}
        value={values.acronym ?? ""}
        error={errors.acronym}
        onChange={(event) => set("acronym", event.currentTarget.value || null)}
      />
      <SelectField
        label={t("field.kind")}
        value={values.kind}
        error={errors.kind}
        onChange={(event) => set("kind", event.currentTarget.value)}
        data={Object.values(OrganisationKind).map((value) => ({ value, label: words.kind(value) }))}
      />
      <SearchSelectField
        label={t("field.countryCode")}
        description={t("hint.country")}
        clearable
        value={values.countryCode}
        error={errors.countryCode}
        onChange={(code) => set("countryCode", code)}
        data={countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}
