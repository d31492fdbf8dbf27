import { COUNTRY_CODES, isCountryCode } from "./country-codes.ts";
import { PREFERRED_NAMES } from "./country-names.ts";
import type { Locale } from "./country-names.ts";

export { COUNTRY_CODES, isCountryCode } from "./country-codes.ts";
export { INTERPOL_AS_OF, isInterpolMember, parentOf, REGIONS, regionOf } from "./country-facts.ts";
export type { Region } from "./country-facts.ts";

const namers = new Map<string, Intl.DisplayNames>();

function namerOf(locale: string): Intl.DisplayNames {
  let namer = namers.get(locale);
  if (!namer) {
    namer = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
    namers.set(locale, namer);
  }
  return namer;
}

/**
 * The name of a country or territory in the reader's language. It comes from the engine's own language data
 * (CLDR), so no list travels to the browser; an unknown code is returned as it is.
 */
export function countryName(code: string, locale: string): string {
  const preferred = PREFERRED_NAMES[locale as Locale]?.[code];
  if (preferred) return preferred;
  if (!isCountryCode(code)) return code;
  const name = namerOf(locale).of(code) ?? code;
  return locale === "en" ? name.replace("&", "and").replace(/^St\. /, "Saint ") : name;
}

/** Codes with their names, sorted as the reader's language sorts; for pickers. */
export function countriesByName(
  locale: string,
  codes: readonly string[] = COUNTRY_CODES,
): { code: string; name: string }[] {
  const collator = new Intl.Collator(locale);
  return codes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .toSorted((a, b) => collator.compare(a.name, b.name));
}
