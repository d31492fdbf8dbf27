import { useTranslations } from "next-intl";
import type { Measure } from "#generated/prisma/enums.ts";
import { CountUnit } from "#generated/prisma/enums.ts";
import { isUnit, UNITS, type NamedUnit } from "#lib/measure.ts";

const CHECK_UNITS = [...Object.keys(CountUnit), "names", "inspections", "mixed", "unspecified"] as const;
const isNamed = (unit: string): unit is NamedUnit => (UNITS as readonly string[]).includes(unit);

/** What is counted, in the reader's words: "document checks", "arrests", "cannabis, kg". */
export function useMeasureWords() {
  const terms = useTranslations("terms");
  return (measure: Measure, unit: string): string => {
    const unitWords = isNamed(unit) ? terms(`unit.${unit}`) : unit;
    if (measure === "checks")
      return CHECK_UNITS.includes(unit as (typeof CHECK_UNITS)[number])
        ? terms(`checksIn.${unit as keyof typeof CountUnit}`)
        : `${terms("measure.checks")} · ${unitWords}`;
    const [commodity = "", of] = unit.split(":");
    if (measure === "seizures" && of !== undefined) {
      const ofWords = isUnit(of) && isNamed(of) ? terms(`unit.${of}`) : of;
      return `${terms("measure.seizures")} · ${commodity}, ${ofWords}`;
    }
    return terms(`measure.${measure}`);
  };
}
