"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { TextField } from "#components/form/text-field.tsx";
import type { AccessState } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { localDateOf } from "#lib/zone.ts";
import styles from "./points.module.css";

export type StatusValues = { state: AccessState | null; onDate: string; note: string };

export function newStatus(zone: string, state: AccessState | null): StatusValues {
  return { state, onDate: localDateOf(new Date(), zone), note: "" };
}

type Props = {
  choices: readonly AccessState[];
  values: StatusValues;
  onChange: (values: StatusValues) => void;
  zone: string;
  /** Day of the last status: none may lie before it. */
  notBefore: string | null;
  error?: boolean;
};

/** A dated status: what may come next, since which local day, and a note. */
export function StatusFields({ choices, values, onChange, zone, notBefore, error }: Props) {
  const t = useTranslations("points.accessForm");
  const terms = useTranslations("terms.accessState");
  const errors = useTranslations("errors.issue");
  const format = useFormatter();
  const [today] = useState(() => localDateOf(new Date(), zone));
  return (
    <>
      <Segmented
        label={t("state")}
        value={values.state}
        onChange={(state) => onChange({ ...values, state })}
        choices={choices.map((value) => ({ value, label: terms(value) }))}
        error={error && values.state === null && errors("required")}
      />
      <div className={styles.pair}>
        <DateField
          label={t("onDate")}
          required
          description={
            notBefore ? t("onDateHint", { date: format.dateTime(new Date(notBefore), "day") }) : t("today")
          }
          value={values.onDate}
          min={notBefore ?? undefined}
          max={today}
          onChange={(onDate) => onChange({ ...values, onDate })}
        />
        <TextField
          label={t("note")}
          description={t("noteHint")}
          value={values.note}
          maxLength={500}
          onChange={(event) => onChange({ ...values, note: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
