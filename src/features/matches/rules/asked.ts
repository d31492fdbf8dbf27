import type { Database, NoticeColour } from "#generated/prisma/enums.ts";
import { isIssuerCode, issuerCountry, issuerName } from "#lib/issuer.ts";

/** Who can be behind a notice: countries by their ICAO code, the United Nations, the International Criminal Court, INTERPOL. */
export function isAuthorityCode(code: unknown): code is string {
  return (
    code === "ICC" ||
    (isIssuerCode(code) && (issuerCountry(code) !== null || code === "UNO" || code === "XPO"))
  );
}

const COURT: Record<string, string> = {
  en: "International Criminal Court",
  fr: "Cour pénale internationale",
  es: "Corte Penal Internacional",
  ar: "المحكمة الجنائية الدولية",
};

/** Name of an issuer or requesting authority in the reader's language. */
export function authorityName(code: string, locale: string): string {
  return code === "ICC" ? (COURT[locale] ?? "International Criminal Court") : issuerName(code, locale);
}

export type Origin = {
  countryCode: string;
  database: Database;
  issuer: string | null;
  requestingAuthority: string | null;
  noticeColour: NoticeColour | null;
};

const BY_NOTICE: readonly Database[] = ["nominals", "notices", "tdawn"];

/** Code of who has to confirm: behind a notice the requesting authority, otherwise the issuer; null while neither is known. */
export function askedOf(origin: Origin): string | null {
  const byNotice = origin.noticeColour !== null || BY_NOTICE.includes(origin.database);
  return byNotice
    ? (origin.requestingAuthority ?? origin.issuer)
    : (origin.issuer ?? origin.requestingAuthority);
}

/** Alpha-2 of the country to ask, or null for an organisation (it has no liaison here: the asker enters its reply). */
export function askedCountryOf(origin: Origin): string | null {
  const code = askedOf(origin);
  return code === null ? null : issuerCountry(code);
}

/** One's own document, or a national record: confirmed at home. */
export function isOwn(origin: Origin): boolean {
  return origin.database === "national" || askedCountryOf(origin) === origin.countryCode;
}
