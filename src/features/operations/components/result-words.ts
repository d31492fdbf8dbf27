"use client";

import { useTranslations } from "next-intl";
import type { RouterOutputs } from "#trpc/client.tsx";

type Total = Pick<RouterOutputs["operations"]["results"]["totals"][number], "measure" | "unit">;

/** What a total counts: checks by their unit, seizures by commodity and unit, everything else by its measure. */
export function useTotalWords() {
  const terms = useTranslations("terms");
  const known = (key: string) => {
    const typed = key as Parameters<typeof terms>[0];
    return terms.has(typed) ? terms(typed) : null;
  };
  return ({ measure, unit }: Total): string => {
    if (measure === "checks") return known(`checksIn.${unit}`) ?? terms("measure.checks");
    if (measure === "outcomes") return terms("funnel.outcomes");
    if (measure !== "seizures") return terms(`measure.${measure}`);
    const place = unit.lastIndexOf(":");
    const [commodity, of] = [unit.slice(0, place), unit.slice(place + 1)];
    return `${known(`commodity.${commodity}`) ?? commodity.replaceAll("_", " ")} · ${known(`unit.${of}`) ?? of}`;
  };
}
