"use client";

import { useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useQuantity } from "#i18n/use-quantity.ts";
import type { ResultKind } from "../rules.ts";
import { fieldsOf, type FieldKey, type Spoken } from "./correction-kinds.ts";
import { useTerm, useUnitName, WHAT_TERMS } from "./result-terms.ts";

export type SpokenField = { key: FieldKey; label: string; say: (row: Spoken) => string };

/** The fields of a kind by name, each with the way it is said: for facts, versions and clashes alike. */
export function useResultFields(kind: ResultKind): SpokenField[] {
  const t = useTranslations("outcomes.detail");
  const who = useTranslations("outcomes.people");
  const format = useFormatter();
  const term = useTerm();
  const unitName = useUnitName();
  const quantity = useQuantity();
  const none = t("notStated");
  const decimal = { maximumFractionDigits: 3, numberingSystem: "latn" } as const;
  const words: Record<FieldKey, { label: string; say: (row: Spoken) => string | null }> = {
    what: {
      label: { arrest: t("offence"), people: who("kind"), seizure: t("commodity"), outcome: t("kind") }[kind],
      say: (row) => row.what && term(WHAT_TERMS[kind], row.what),
    },
    amount: {
      label: { arrest: t("count"), people: t("people"), seizure: t("quantity"), outcome: "" }[kind],
      say: (row) => (row.amount === null ? null : format.number(row.amount, decimal)),
    },
    unit: {
      label: t("quantity"),
      say: (row) => row.unit && (row.amount === null ? unitName(row.unit) : quantity(row.amount, row.unit)),
    },
    age: { label: t("age"), say: (row) => row.ageGroup && term("ageGroup", row.ageGroup) },
    sex: { label: t("sex"), say: (row) => row.sex && term("sex", row.sex) },
    point: { label: t("place"), say: (row) => row.point ?? t("wholeCountry") },
    day: { label: t("day"), say: (row) => format.dateTime(new Date(`${row.localDate}T00:00:00Z`), "day") },
    match: {
      label: t("match"),
      say: (row) =>
        row.matchId === null ? t("none") : (row.reference ?? row.matchId.slice(-4).toUpperCase()),
    },
    phase: {
      label: t("phase"),
      say: (row) => row.phaseLabel ?? (row.phaseKind && term("phaseKind", row.phaseKind)),
    },
    at: {
      label: t("at"),
      say: (row) => row.at && format.dateTime(row.at, "momentZone", { timeZone: row.timeZone ?? "UTC" }),
    },
  };
  return fieldsOf(kind).map(([key]) => ({
    key,
    label: words[key].label,
    say: (row) => words[key].say(row) ?? none,
  }));
}
