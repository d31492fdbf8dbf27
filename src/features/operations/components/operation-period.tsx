"use client";

import { useTranslations } from "next-intl";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useDayRange } from "./use-day-range.ts";

type Row = Pick<
  RouterOutputs["operations"]["list"]["rows"][number],
  "startsOn" | "endsOn" | "rough" | "year" | "yearInferred"
>;

/** The days of an operation as far as they are known: a range, a year with how it is known, or that nobody knows. */
export function usePeriodWords() {
  const t = useTranslations("operations.period");
  const days = useDayRange();
  return ({ startsOn, endsOn, rough, year, yearInferred }: Row): string => {
    if (startsOn === null) return t("unknown");
    if (rough?.precision === "year" && year !== null)
      return t(rough.inferred ? "yearInferred" : "year", { year: String(year) });
    const range = days(startsOn, endsOn);
    return yearInferred ? t("inferred", { range }) : range;
  };
}

/** The period in a cell, with the wording of the source where the days are not known. */
export function OperationPeriod({ row }: { row: Row }) {
  const words = usePeriodWords();
  return <span title={row.rough?.wording ?? undefined}>{words(row)}</span>;
}
