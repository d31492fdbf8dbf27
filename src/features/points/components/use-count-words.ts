import { useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";

/** A count in words: unknown is said, and so is a zero that somebody counted. */
export function useCountWords(): (count: number | null) => string {
  const t = useTranslations("points.volume");
  const format = useFormatter();
  return (count) => {
    if (count === null) return t("unknown");
    return count === 0 ? t("zero") : format.number(count, "count");
  };
}
