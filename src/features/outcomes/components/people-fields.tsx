"use client";

import { useTranslations } from "next-intl";
import { CountField } from "#components/form/count-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PeopleKind } from "#generated/prisma/enums.ts";
import type { FieldsProps } from "./arrest-fields.tsx";
import { AGE_GROUPS, groupKey, SEXES, type GroupsValues, type PeopleValues } from "./result-draft.ts";
import styles from "./outcomes.module.css";

type KindProps = {
  value: PeopleKind | null;
  error: string | undefined;
  onChange: (kind: PeopleKind) => void;
};

function KindField({ value, error, onChange }: KindProps) {
  const t = useTranslations("outcomes.people");
  const terms = useTranslations("terms");
  return (
    <Segmented
      label={t("kind")}
      choices={Object.values(PeopleKind).map((kind) => ({ value: kind, label: terms(`peopleKind.${kind}`) }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}

/** The people of one place and day by age and sex: the four usual groups first, what is not known folded away. */
export function PeopleGroups({ values, errors, set }: FieldsProps<GroupsValues>) {
  const t = useTranslations("outcomes.people");
  const terms = useTranslations("terms");
  const field = (age: (typeof AGE_GROUPS)[number], sex: (typeof SEXES)[number]) => {
    const key = groupKey(age, sex);
    return (
      <CountField
        key={key}
        label={t("group", { age: terms(`ageGroup.${age}`), sex: terms(`sex.${sex}`) })}
        value={values.counts[key] ?? null}
        onChange={(count) => set({ counts: { ...values.counts, [key]: count } })}
      />
    );
  };
  const usual = (["adult", "minor"] as const).flatMap((age) =>
    (["female", "male"] as const).map((sex) => [age, sex] as const),
  );
  const others = AGE_GROUPS.flatMap((age) => SEXES.map((sex) => [age, sex] as const)).filter(
    ([age, sex]) => age === "not_stated" || sex === "not_stated",
  );
  return (
    <>
      <KindField
        value={values.kind}
        error={errors.kind as string | undefined}
        onChange={(kind) => set({ kind })}
      />
      {values.kind === "victims_presumed" && <Notice tone="plain">{t("presumedMeans")}</Notice>}
      <div className={styles.groups}>{usual.map(([age, sex]) => field(age, sex))}</div>
      <details
        className={styles.other}
        open={others.some(([age, sex]) => values.counts[groupKey(age, sex)]) || undefined}
      >
        <summary>{t("notStated")}</summary>
        <div className={styles.groups}>{others.map(([age, sex]) => field(age, sex))}</div>
      </details>
      {errors.groups !== undefined && errors.groups !== null && <Notice tone="late">{t("needsOne")}</Notice>}
    </>
  );
}

/** One group, as a correction takes it. */
export function PeopleFields({ values, errors, set }: FieldsProps<PeopleValues>) {
  const t = useTranslations("outcomes.people");
  const terms = useTranslations("terms");
  const said = (name: string) => errors[name] as string | undefined;
  return (
    <>
      <KindField value={values.kind} error={said("kind")} onChange={(kind) => set({ kind })} />
      <Segmented
        label={t("age")}
        choices={AGE_GROUPS.map((value) => ({ value, label: terms(`ageGroup.${value}`) }))}
        value={values.ageGroup}
        error={said("ageGroup")}
        onChange={(ageGroup) => set({ ageGroup })}
      />
      <Segmented
        label={t("sex")}
        choices={SEXES.map((value) => ({ value, label: terms(`sex.${value}`) }))}
        value={values.sex}
        error={said("sex")}
        onChange={(sex) => set({ sex })}
      />
      <CountField
        label={t("count")}
        value={values.count}
        error={said("count")}
        onChange={(count) => set({ count })}
      />
    </>
  );
}
