import ar from "i18n-iso-countries/langs/ar.json" with { type: "json" };
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import es from "i18n-iso-countries/langs/es.json" with { type: "json" };
import fr from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import { LOCALES } from "./country-names.ts";
import { alpha3Of, COUNTRY_CODES, countryName, isCountryCode } from "./country.ts";
import { DomainError } from "./errors.ts";

// For imports and the seed: this file carries the names of four languages and stays out of the browser.

/** What people write beside the official names. A form that could mean two countries (Congo, Korea) is left out on purpose. */
const WRITTEN: Readonly<Record<string, string>> = {
  AE: "UAE|Emirates|EAU|Emirats",
  BA: "Bosnia|Bosnie|Bosnia-Herzegovina",
  BO: "Plurinational State of Bolivia",
  BN: "Brunei",
  BY: "Belarus|Bélarus",
  CD: "DR Congo|D.R. Congo|DRC|RDC|Congo-Kinshasa|Congo (Kinshasa)|Democratic Republic of Congo|Dem. Rep. Congo|Zaire",
  CF: "CAR|RCA|Central African Rep.",
  CG: "Congo-Brazzaville|Congo (Brazzaville)|Republic of Congo",
  CI: "Ivory Coast|Cote d'Ivoire|Côte d'Ivoire|Cote dIvoire",
  CN: "PRC|P.R. China|Mainland China",
  CV: "Cape Verde|Cabo Verde",
  CZ: "Czech Rep.|Czechia",
  DO: "Dominican Rep.",
  FK: "Malvinas|Falklands",
  FM: "Federated States of Micronesia",
  GB: "UK|U.K.|Great Britain|Britain|Grande-Bretagne|Gran Bretaña|England|Scotland|Wales|Northern Ireland",
  GF: "Guyane",
  GM: "The Gambia",
  HK: "Hong Kong|Hong Kong SAR|Hong Kong, China",
  IR: "Iran|Islamic Republic of Iran",
  KP: "DPRK|North Korea",
  KR: "Republic of Korea|South Korea",
  LA: "Laos|Lao PDR|Lao",
  MD: "Moldova|Moldavia|Republic of Moldova",
  MK: "Macedonia|FYROM",
  MM: "Burma|Birmanie|Birmania",
  MO: "Macau|Macao|Macao SAR",
  NL: "Holland|The Netherlands|Hollande|Holanda",
  PS: "Palestine|Palestinian Territories|State of Palestine",
  RU: "Russia|Russian Federation",
  ST: "Sao Tome|Sao Tome & Principe",
  SY: "Syria",
  SZ: "Swaziland|Eswatini|Suazilandia",
  TL: "East Timor|Timor oriental",
  TR: "Turkey|Turkiye|Turquie",
  TT: "Trinidad|Trinidad & Tobago",
  TW: "Chinese Taipei",
  TZ: "Tanzania",
  US: "USA|U.S.A.|US|U.S.|United States of America|EE.UU.|EEUU|États-Unis d'Amérique",
  VA: "Vatican|Holy See|Vatican City State",
  VE: "Bolivarian Republic of Venezuela",
  VN: "Viet Nam|Vietnam|Viêt Nam",
};

/** Written often, but without a code of ISO 3166-1: refused with its own sentence instead of "unknown". */
const WITHOUT_CODE = new Set(["kosovo", "xk", "xkx", "somaliland", "northern cyprus"]);

/** Lower case, without accents, points and doubled spaces, "&" as "and": the form in which aliases are kept. */
export function foldName(written: string): string {
  return written
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/&/g, " and ")
    .replace(/[.,()]/g, " ")
    .replace(/[-‐–]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

type Names = { countries: Record<string, string | string[]> };

function* formsOf(code: string): Generator<string> {
  yield code;
  yield alpha3Of(code) ?? code;
  yield* (WRITTEN[code] ?? "").split("|").filter(Boolean);
  for (const locale of LOCALES) yield countryName(code, locale);
  for (const language of [en, fr, es, ar] as unknown as Names[]) {
    const names = language.countries[code];
    if (names) yield* Array.isArray(names) ? names : [names];
  }
}

function buildTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const code of COUNTRY_CODES)
    for (const form of formsOf(code)) {
      const alias = foldName(form);
      const known = table.get(alias);
      if (known !== undefined && known !== code) ambiguous.add(alias);
      else table.set(alias, code);
    }
  // Codes win over everything: "CD" is a code even where a language abbreviates something else so.
  for (const alias of ambiguous) if (!isCountryCode(alias.toUpperCase())) table.delete(alias);
  return table;
}

let table: ReadonlyMap<string, string> | undefined;

/** Every folded alias with its country code; the seed writes these into `country_alias`. */
export function countryAliases(): ReadonlyMap<string, string> {
  table ??= buildTable();
  return table;
}

/**
 * Reads what people write for a country ("DR Congo", "Laos", "Côte d’Ivoire", "KEN") in any of the four languages.
 * Throws DomainError `country.unknown`, or `country.without_code` for areas that ISO 3166-1 gives no code.
 */
export function countryByName(written: string): string {
  const alias = foldName(written);
  const code = countryAliases().get(alias);
  if (code) return code;
  const reason = WITHOUT_CODE.has(alias) ? "country.without_code" : "country.unknown";
  throw new DomainError("invalid", reason, { values: { name: written.slice(0, 80) } });
}
