"use client";

import { useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useQuantity } from "#i18n/use-quantity.ts";
import { isCurrency } from "#lib/measure.ts";
import type { ResultKind } from "../rules.ts";

type TermKey = Parameters<ReturnType<typeof useTranslations<"terms">>>[0];

/** A word of a closed list; a code that has none stays readable. */
export function useTerm(): (list: string, code: string) => string {
  const terms = useTranslations("terms");
  return (list, code) => {
    const key = `${list}.${code}` as TermKey;
    return terms.has(key) ? terms(key) : code.replaceAll("_", " ");
  };
}

/** A unit in the reader's language; money keeps its ISO code. */
export function useUnitName(): (unit: string) => string {
  const term = useTerm();
  return (unit) => (isCurrency(unit) ? unit : term("unit", unit));
}

export const WHAT_TERMS: Record<ResultKind, string> = {
  arrest: "offence",
  people: "peopleKind",
  seizure: "commodity",
  outcome: "outcomeKind",
};

type Said = { what: string; amount: number; unit: string; ageGroup: string | null; sex: string | null };

/** One result in a few words, for titles and versions: "2 arrests · Document fraud". */
export function useResultTitle(): (kind: ResultKind, row: Said) => string {
  const t = useTranslations("outcomes.detail");
  const format = useFormatter();
  const term = useTerm();
  const quantity = useQuantity();
  return (kind, row) => {
    const what = term(WHAT_TERMS[kind], row.what);
    if (kind === "outcome") return what;
    if (kind === "arrest") return `${t("arrestTitle", { count: row.amount })} · ${what}`;
    if (kind === "seizure") return `${what} · ${quantity(row.amount, row.unit)}`;
    const amount = format.number(row.amount, "count");
    const group = [row.ageGroup && term("ageGroup", row.ageGroup), row.sex && term("sex", row.sex)];
    return [t("peopleTitle", { what, amount }), ...group].filter(Boolean).join(" · ");
  };
}
