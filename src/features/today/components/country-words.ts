import { useLocale } from "next-intl";
import { countryName } from "#lib/country.ts";
import { isIssuerCode, issuerName } from "#lib/issuer.ts";

/** A country by its alpha-2 code in the reader's language. */
export function useCountryName() {
  const locale = useLocale();
  return (code: string) => countryName(code, locale);
}

/** Who is asked to confirm, by ICAO code; an authority without one keeps its letters (ICC). */
export function useAuthorityName() {
  const locale = useLocale();
  return (code: string) => (isIssuerCode(code) ? issuerName(code, locale) : code);
}
