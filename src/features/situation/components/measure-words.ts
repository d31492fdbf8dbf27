import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { CountUnit, Measure } from "#generated/prisma/enums.ts";

const isCountUnit = (unit: string): unit is CountUnit => unit in CountUnit;
const isMeasure = (measure: string): measure is Measure => measure in Measure;

/** What a point counts, in words: "document checks", "matches". */
export function usePlaceWords() {
  const terms = useTranslations("terms");
  return useCallback(
    (measure: string, unit: string) => {
      if (measure === "checks" && isCountUnit(unit)) return terms(`checksIn.${unit}`);
      return terms(`measure.${isMeasure(measure) ? measure : "other"}`);
    },
    [terms],
  );
}
