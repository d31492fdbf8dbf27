"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Segmented } from "#components/form/segmented.tsx";
import { MultiSelectField, SelectField } from "#components/form/select-field.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { countriesByName } from "#lib/country.ts";
import { Role } from "#generated/prisma/enums.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { AssignmentInput } from "../schema.ts";

type Props = {
  value: AssignmentInput;
  onChange: (value: AssignmentInput) => void;
  errors: { countries?: ReactNode; operations?: ReactNode };
};

/** Role × countries × operations. "All" is said, never a list of everything. */
export function AssignmentFields({ value, onChange, errors }: Props) {
  const t = useTranslations("people.grant");
  const terms = useTranslations("terms.role");
  const locale = useLocale();
  const { data: operations = [] } = useQuery(useTRPC().people.operationChoices.queryOptions());
  const choices = [
    { value: "some", label: t("some") },
    { value: "all", label: t("all") },
  ] as const;
  return (
    <>
      <SelectField
        label={t("role")}
        data={Object.values(Role).map((role) => ({ value: role, label: terms(role) }))}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: event.currentTarget.value as Role })}
      />
      <Segmented
        label={t("where")}
        choices={choices}
        value={value.countries === "all" ? "all" : "some"}
        onChange={(to) => onChange({ ...value, countries: to === "all" ? "all" : [] })}
      />
      {value.countries === "all" ? (
        <Notice tone="wait">{t("needsSecond")}</Notice>
      ) : (
        <MultiSelectField
          label={t("chooseCountries")}
          data={countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))}
          value={value.countries}
          onChange={(countries) => onChange({ ...value, countries })}
          error={errors.countries}
        />
      )}
      <Segmented
        label={t("which")}
        choices={[
          { value: "some", label: t("someOperations") },
          { value: "all", label: t("allOperations") },
        ]}
        value={value.operations === "all" ? "all" : "some"}
        onChange={(to) => onChange({ ...value, operations: to === "all" ? "all" : [] })}
      />
      {value.operations !== "all" && (
        <MultiSelectField
          label={t("chooseOperations")}
          data={operations.map(({ id, codename, year }) => ({
            value: id,
            label: year ? `${codename} (${year})` : codename,
          }))}
          value={value.operations}
          onChange={(chosen) => onChange({ ...value, operations: chosen })}
          error={errors.operations}
        />
      )}
    </>
  );
}
