import { PREFERRED_NAMES } from "./country-names.ts";
import type { Locale } from "./country-names.ts";

/** The 249 officially assigned codes of ISO 3166-1: alpha-2 and alpha-3 together, five letters each. */
const ASSIGNED = `
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE
BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS
BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN
COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST
EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD
HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM
JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA
LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD
MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG
PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA
SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD
STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON
TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE`;

const pairs = ASSIGNED.trim()
  .split(/\s+/)
  .map((five) => [five.slice(0, 2), five.slice(2)] as const);

export const COUNTRY_CODES: readonly string[] = pairs.map(([alpha2]) => alpha2);
const alpha3ByAlpha2 = new Map(pairs);
const alpha2ByAlpha3 = new Map(pairs.map(([alpha2, alpha3]) => [alpha3, alpha2]));

/** Is this an assigned ISO 3166-1 alpha-2 code (capital letters)? */
export function isCountryCode(code: unknown): code is string {
  return typeof code === "string" && alpha3ByAlpha2.has(code);
}

export function alpha3Of(code: string): string | undefined {
  return alpha3ByAlpha2.get(code);
}

export function alpha2Of(alpha3: string): string | undefined {
  return alpha2ByAlpha3.get(alpha3);
}

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
