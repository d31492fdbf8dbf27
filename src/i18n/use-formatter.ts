import { createFormatter, useLocale } from "next-intl";
import { formats } from "./formats.ts";
import { isLocale, type Locale } from "./locale.ts";

// English is written day first, as police everywhere but in one country write it; 11/12 and "Nov 12" are misread.
const REGION: Record<Locale, string> = { en: "en-GB", fr: "fr", es: "es", ar: "ar" };

const formatters = new Map<Locale, ReturnType<typeof createFormatter>>();

/** Numbers and dates in the reader's language; moments are in UTC unless the call names a zone. */
export function useFormatter(): ReturnType<typeof createFormatter> {
  const chosen = useLocale();
  const locale = isLocale(chosen) ? chosen : "en";
  let formatter = formatters.get(locale);
  if (!formatter) {
    // Its type knows our four languages only; Intl knows their regions.
    formatter = createFormatter({ locale: REGION[locale] as Locale, formats, timeZone: "UTC" });
    formatters.set(locale, formatter);
  }
  return formatter;
}
