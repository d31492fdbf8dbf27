"use client";

import type { UseFormReturnType } from "@mantine/form";
import { useTranslations } from "next-intl";
import { MultiSelectField } from "#components/form/select-field.tsx";
import { TagsField } from "#components/form/tags-field.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { AccessSystem, Database, Offence, OrganisationKind, Topic } from "#generated/prisma/enums.ts";
import type { ProgrammeContent } from "../schema/programme.ts";
import { useProgrammeWords } from "./programme-words.ts";

type Props<Values extends ProgrammeContent> = { form: UseFormReturnType<Values>; disabled?: boolean };

const AREAS: readonly string[] = Object.values(Offence).filter(
  (one) => one !== "other" && one !== "wanted_person",
);
/** What a count may say of its database, but nobody plans. */
const UNPLANNED: readonly string[] = ["interpol_unspecified", "unstated"];

/** Everything that is said of a programme, except its short name. */
export function ProgrammeFields<Values extends ProgrammeContent>({ form, disabled = false }: Props<Values>) {
  const t = useTranslations("programmes");
  const { values, errors } = form;
  const set = <Name extends keyof ProgrammeContent>(name: Name, value: ProgrammeContent[Name]) =>
    form.setFieldValue(name, value as never);
  return (
    <>
      <TextField
        label={t("field.name")}
        dir="auto"
        maxLength={200}
        disabled={disabled}
        value={values.name}
        error={errors.name}
        onChange={(event) => set("name", event.currentTarget.value)}
      />
      <TextAreaField
        label={t("field.objective")}
        dir="auto"
        maxLength={4000}
        disabled={disabled}
        value={values.objective ?? ""}
        error={errors.objective}
        onChange={(event) => set("objective", event.currentTarget.value || null)}
      />
      <TextField
        label={t("field.donor")}
        description={t("hint.donor")}
        dir="auto"
        maxLength={300}
        disabled={disabled}
        value={values.donor ?? ""}
        error={errors.donor}
        onChange={(event) => set("donor", event.currentTarget.value || null)}
      />
      <Choices form={form} disabled={disabled} />
    </>
  );
}

function Choices<Values extends ProgrammeContent>({ form, disabled = false }: Props<Values>) {
  const t = useTranslations("programmes");
  const words = useProgrammeWords();
  const { values, errors } = form;
  const several = <Key extends string>(
    name: "topics" | "databases" | "systems" | "sectors",
    { offered, say }: { offered: readonly Key[]; say: (key: Key) => string },
  ) => ({
    label: words.name(name),
    disabled,
    data: offered.map((value) => ({ value, label: say(value) })),
    value: [...values[name]],
    error: errors[name],
    onChange: (keys: string[]) => form.setFieldValue(name, keys as never),
  });
  const planned = Object.values(Database).filter(
    (one) => !UNPLANNED.includes(one) || values.databases.includes(one),
  );
  return (
    <>
      <TagsField
        label={words.name("crimeAreas")}
        description={t("hint.crimeAreas")}
        disabled={disabled}
        data={AREAS}
        words={words.area}
        value={values.crimeAreas}
        error={errors.crimeAreas}
        onChange={(areas) => form.setFieldValue("crimeAreas", areas as never)}
      />
      <MultiSelectField {...several("topics", { offered: Object.values(Topic), say: words.topic })} />
      <MultiSelectField {...several("databases", { offered: planned, say: words.database })} />
      <MultiSelectField
        {...several("systems", { offered: Object.values(AccessSystem), say: words.system })}
      />
      <MultiSelectField
        {...several("sectors", { offered: Object.values(OrganisationKind), say: words.sector })}
      />
    </>
  );
}
