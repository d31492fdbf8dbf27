import type { Locale } from "./country-names.ts";
import { alpha2Of, alpha3Of, COUNTRY_CODES, countryName } from "./country.ts";

/** Codes of ICAO Doc 9303-3 section 5 that issue travel documents and are no state of ISO 3166-1. */
const ORGANISATIONS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  EUE: { en: "European Union", fr: "Union européenne", es: "Unión Europea", ar: "الاتحاد الأوروبي" },
  RKS: { en: "Kosovo", fr: "Kosovo", es: "Kosovo", ar: "كوسوفو" },
  UNO: { en: "United Nations", fr: "Nations unies", es: "Naciones Unidas", ar: "الأمم المتحدة" },
  UNA: {
    en: "United Nations specialised agency",
    fr: "Institution spécialisée des Nations unies",
    es: "Organismo especializado de las Naciones Unidas",
    ar: "وكالة متخصصة تابعة للأمم المتحدة",
  },
  UNK: {
    en: "United Nations Interim Administration Mission in Kosovo",
    fr: "Mission des Nations unies au Kosovo",
    es: "Misión de las Naciones Unidas en Kosovo",
    ar: "بعثة الأمم المتحدة في كوسوفو",
  },
  XAU: { en: "African Union", fr: "Union africaine", es: "Unión Africana", ar: "الاتحاد الأفريقي" },
  XBA: {
    en: "African Development Bank",
    fr: "Banque africaine de développement",
    es: "Banco Africano de Desarrollo",
    ar: "بنك التنمية الأفريقي",
  },
  XCC: {
    en: "Caribbean Community",
    fr: "Communauté des Caraïbes",
    es: "Comunidad del Caribe",
    ar: "الجماعة الكاريبية",
  },
  XCE: { en: "Council of Europe", fr: "Conseil de l’Europe", es: "Consejo de Europa", ar: "مجلس أوروبا" },
  XCO: { en: "COMESA", fr: "COMESA", es: "COMESA", ar: "الكوميسا" },
  XEC: { en: "ECOWAS", fr: "CEDEAO", es: "CEDEAO", ar: "الجماعة الاقتصادية لدول غرب أفريقيا" },
  XIM: {
    en: "African Export-Import Bank",
    fr: "Banque africaine d’import-export",
    es: "Banco Africano de Exportación e Importación",
    ar: "البنك الأفريقي للاستيراد والتصدير",
  },
  XOM: {
    en: "Sovereign Order of Malta",
    fr: "Ordre souverain de Malte",
    es: "Orden de Malta",
    ar: "منظمة فرسان مالطة",
  },
  XPO: { en: "INTERPOL", fr: "INTERPOL", es: "INTERPOL", ar: "الإنتربول" },
  XDC: { en: "SADC", fr: "CDAA", es: "SADC", ar: "الجماعة الإنمائية للجنوب الأفريقي" },
  XXA: { en: "Stateless person", fr: "Apatride", es: "Apátrida", ar: "شخص عديم الجنسية" },
  XXB: { en: "Refugee", fr: "Réfugié", es: "Refugiado", ar: "لاجئ" },
};

/** What the machine-readable zone prints instead of alpha-3, and the British variants. */
const VARIANTS: Readonly<Record<string, string>> = {
  D: "DE",
  GBD: "GB",
  GBN: "GB",
  GBO: "GB",
  GBP: "GB",
  GBS: "GB",
};

/** Nationality markers, not issuers: kept readable but not offered. */
const NOT_ISSUING = new Set(["XXA", "XXB"]);

/** Issuers to choose from: every state and territory by alpha-3 code, then the organisations. */
export const ISSUER_CODES: readonly string[] = [
  ...COUNTRY_CODES.map((code) => alpha3Of(code) ?? code),
  ...Object.keys(ORGANISATIONS).filter((code) => !NOT_ISSUING.has(code)),
];
const known = new Set([...ISSUER_CODES, ...Object.keys(ORGANISATIONS), ...Object.keys(VARIANTS)]);

/** Is this an issuer or nationality code of ICAO Doc 9303 ("DNK", "D", "UNO", "RKS")? */
export function isIssuerCode(code: unknown): code is string {
  return typeof code === "string" && known.has(code);
}

/** The country (alpha-2) that answers for a document of this issuer, or null for an organisation. */
export function issuerCountry(code: string): string | null {
  return (Object.hasOwn(VARIANTS, code) ? VARIANTS[code] : alpha2Of(code)) ?? null;
}

/** The code under which documents of a country (alpha-2) are recorded. */
export function issuerOf(country: string): string | null {
  return alpha3Of(country) ?? null;
}

/** The issuer's name in the reader's language; an unknown code is returned as it is. */
export function issuerName(code: string, locale: string): string {
  const country = issuerCountry(code);
  if (country) return countryName(country, locale);
  const names = Object.hasOwn(ORGANISATIONS, code) ? ORGANISATIONS[code] : undefined;
  return names?.[locale as Locale] ?? code;
}
