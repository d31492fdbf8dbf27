import { useTranslations } from "next-intl";
import { CountUnit } from "#generated/prisma/enums.ts";

const isCountUnit = (unit: string): unit is CountUnit => unit in CountUnit;

/** What a point counts, in words: "document checks", "matches". */
export function usePlaceWords() {
  const terms = useTranslations("terms");
  return (measure: string, unit: string) => {
    if (measure === "checks") return isCountUnit(unit) ? terms(`checksIn.${unit}`) : terms("measure.checks");
    return terms(measure === "matches" ? "measure.matches" : "measure.confirmed_matches");
  };
}
