import { COUNTRY_CODES } from "./country-codes.ts";

export const REGIONS = ["africa", "americas", "asia", "europe", "oceania", "antarctica"] as const;
export type Region = (typeof REGIONS)[number];

const words = (list: string) => new Set(list.trim().split(/\s+/));

// Continents as in OurAirports, except that South Georgia counts to the Americas, Cyprus to Europe and the islands of the far south to Antarctica.
const BY_REGION: readonly (readonly [Region, ReadonlySet<string>])[] = [
  [
    "africa",
    words(`AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU
      MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`),
  ],
  [
    "americas",
    words(`AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN
      KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI`),
  ],
  [
    "asia",
    words(`AE AF AM AZ BD BH BN BT CC CN CX GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO
      MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE`),
  ],
  [
    "europe",
    words(`AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV
      MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA`),
  ],
  ["oceania", words("AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS")],
  ["antarctica", words("AQ BV HM TF")],
];

const regionByCode = new Map(
  BY_REGION.flatMap(([region, codes]) => Array.from(codes, (code) => [code, region] as const)),
);

/** The continent a country or territory is counted under; throws on a code that is none. */
export function regionOf(code: string): Region {
  const region = regionByCode.get(code);
  if (!region) throw new RangeError(`not a country code: ${code}`);
  return region;
}

/** Codes of countries and territories that are not among the 193 members of the United Nations. */
const NOT_IN_THE_UN = words(`
  AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU
  PF PM PN PR PS RE SH SJ SX TC TF TK TW UM VA VG VI WF YT`);

export const UN_MEMBERS: readonly string[] = COUNTRY_CODES.filter((code) => !NOT_IN_THE_UN.has(code));

/** Membership as it stood after the 92nd General Assembly; INTERPOL lists 196 members. */
export const INTERPOL_AS_OF = "2024-11-07";
const NOT_IN_INTERPOL = words("KP TV");
const IN_INTERPOL_ONLY = words("VA PS AW CW SX");
const members = new Set(
  COUNTRY_CODES.filter(
    (code) => IN_INTERPOL_ONLY.has(code) || (!NOT_IN_THE_UN.has(code) && !NOT_IN_INTERPOL.has(code)),
  ),
);

/** Was the country a member of INTERPOL on `INTERPOL_AS_OF`? Territories answer through their parent's bureau. */
export function isInterpolMember(code: string): boolean {
  return members.has(code);
}

const PARENTS = new Map(
  Object.entries({
    AU: "CC CX HM NF",
    CN: "HK MO",
    DK: "FO GL",
    FI: "AX",
    FR: "BL GF GP MF MQ NC PF PM RE TF WF YT",
    GB: "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
    NL: "AW BQ CW SX",
    NO: "BV SJ",
    NZ: "CK NU TK",
    US: "AS GU MP PR UM VI",
  }).flatMap(([parent, territories]) => territories.split(" ").map((code) => [code, parent] as const)),
);

/** The state a territory belongs to, or null for a state (and for EH, AQ, PS, TW, which are given none). */
export function parentOf(code: string): string | null {
  return PARENTS.get(code) ?? null;
}
