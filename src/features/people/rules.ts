import { DomainError } from "#lib/errors.ts";
import { passwordFault } from "#lib/password-rule.ts";

/** How long a link works. */
export const LINK_HOURS = 72;

/** What an installation says about itself, in the order it is shown. */
export const ABOUT_FIELDS = ["operator", "place", "law", "mark", "contact"] as const;
export type AboutField = (typeof ABOUT_FIELDS)[number];

/** The setting's id in the audit trail. */
export const ABOUT_ID = "00000000-0000-7000-8000-00000000ab01";

export type Reach = { countries: readonly string[] | "all"; operations: readonly string[] | "all" };
export type AssignmentState = "waiting" | "effective" | "revoked";

/** A role over all countries waits for a second administrator. */
export function assignmentState(row: {
  allCountries: boolean;
  approvedAt: Date | null;
  revokedAt: Date | null;
}): AssignmentState {
  if (row.revokedAt) return "revoked";
  return row.allCountries && !row.approvedAt ? "waiting" : "effective";
}

/** Nobody changes what they themselves may do. Throws `forbidden`. */
export function demandOther(actorId: string, personId: string): void {
  if (actorId === personId) throw new DomainError("forbidden", "assignment.own");
}

/** Nobody hands out more than they hold: one own reach covers what is given. Throws `forbidden`. */
export function demandWithinReach(own: readonly Reach[], given: Reach): void {
  const covered = own.some(
    (reach) => contains(reach.countries, given.countries) && contains(reach.operations, given.operations),
  );
  if (!covered) throw new DomainError("forbidden", "assignment.beyond_reach");
}

/** Countries somebody may hold by name. More are as good as all, which waits for a second administrator. */
export const MOST_COUNTRIES = 30;

/** Throws `forbidden` when these reaches together name more countries than one administrator may give alone. */
export function demandFewCountries(reaches: readonly Pick<Reach, "countries">[]): void {
  const named = new Set(reaches.flatMap(({ countries }) => (countries === "all" ? [] : countries)));
  if (named.size > MOST_COUNTRIES)
    throw new DomainError("forbidden", "assignment.too_many_countries", { values: { most: MOST_COUNTRIES } });
}

function contains(outer: readonly string[] | "all", inner: readonly string[] | "all"): boolean {
  return outer === "all" || (inner !== "all" && inner.every((one) => outer.includes(one)));
}

/** Throws `invalid` with the fault unless the password is long and not guessed from common words, the name or the e-mail. */
export function demandPassword(password: string, context: readonly string[]): void {
  const fault = passwordFault(password, context);
  if (fault) throw new DomainError("invalid", `password.${fault}`);
}

/** The text in the reader's language, else in English, else in any; null when nothing is stated. */
export function textIn(texts: Readonly<Record<string, string>> | undefined, locale: string): string | null {
  if (!texts) return null;
  return texts[locale] || texts.en || Object.values(texts).find(Boolean) || null;
}

const BROWSERS = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\bOPR\//, "Opera"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;
const SYSTEMS = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** Browser and system as people name them, so that they recognise their own devices; null when it says neither. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent ?? ""))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent ?? ""))?.[1];
  return browser && system ? { browser, system } : null;
}
