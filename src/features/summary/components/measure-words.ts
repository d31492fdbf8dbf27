import { useLocale, useTranslations } from "next-intl";
import { listed } from "#i18n/side-by-side.ts";
import type { Measure } from "#generated/prisma/enums.ts";
import { useKindWords } from "./kind-words.ts";

/** What is counted, in the reader's words: "document checks", "arrests", "cigarettes, items". */
export function useMeasureWords() {
  const terms = useTranslations("terms");
  const locale = useLocale();
  const kindOf = useKindWords();
  const known = (key: string) => {
    const typed = key as Parameters<typeof terms>[0];
    return terms.has(typed) ? terms(typed) : null;
  };
  return (measure: Measure, unit: string): string => {
    if (measure === "checks") return known(`checksIn.${unit}`) ?? terms("measure.checks");
    if (measure !== "seizures" || !unit.includes(":")) return terms(`measure.${measure}`);
    const place = unit.lastIndexOf(":");
    const [commodity, of] = [unit.slice(0, place), unit.slice(place + 1)];
    return listed(locale, [kindOf(commodity), known(`unit.${of}`) ?? of]);
  };
}
