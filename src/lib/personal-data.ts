import type { LocalDate } from "./period.ts";

export const PERSONAL_DATA_KINDS = ["mrz", "document_number", "birth_date", "phone", "email"] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];
/** Where in the text it stands; the text itself is not repeated, so that a warning can be logged or counted. */
export type PersonalDataWarning = { kind: PersonalDataKind; start: number; end: number };

const MONTHS = [
  "jan|janv|january|janvier|ene|enero|يناير|جانفي",
  "feb|fev|fév|february|fevrier|février|febrero|فبراير|فيفري",
  "mar|march|mars|marzo|مارس",
  "apr|avr|april|avril|abr|abril|أبريل|ابريل|أفريل",
  "may|mai|mayo|مايو|ماي",
  "jun|june|juin|junio|يونيو|جوان",
  "jul|july|juil|juillet|julio|يوليو|جويلية",
  "aug|august|aout|août|ago|agosto|أغسطس|اغسطس|أوت",
  "sep|sept|september|septembre|septiembre|سبتمبر",
  "oct|october|octobre|octubre|أكتوبر|اكتوبر",
  "nov|november|novembre|noviembre|نوفمبر",
  "dec|december|decembre|décembre|dic|diciembre|ديسمبر",
].join("|");

const BORN =
  "date of birth|d\\.?o\\.?b\\.?|born|née?\\s+le|née?|date de naissance|nacid[oa](?:\\s+el)?|fecha de nacimiento|تاريخ الميلاد|مواليد|المولود[ة]?";
const EDGE_BEFORE = "(?<![\\p{L}\\p{N}])";
const EDGE_AFTER = "(?![\\p{L}\\p{N}])";

const DATES = [
  new RegExp(
    `${EDGE_BEFORE}(?<y>(?:19|20)\\d\\d)[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])${EDGE_AFTER}`,
    "gu",
  ),
  new RegExp(
    `${EDGE_BEFORE}(?:0?[1-9]|[12]\\d|3[01])[-/. ](?:0?[1-9]|[12]\\d|3[01])[-/. ](?<y>(?:19|20)\\d\\d)${EDGE_AFTER}`,
    "gu",
  ),
  new RegExp(
    `${EDGE_BEFORE}(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?[\\s.-]*(?:de\\s+)?(?:${MONTHS})\\.?,?[\\s-]*(?:de\\s+)?(?<y>(?:19|20)\\d\\d)${EDGE_AFTER}`,
    "giu",
  ),
  new RegExp(
    `${EDGE_BEFORE}(?:${MONTHS})\\.?\\s+(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,?\\s+(?<y>(?:19|20)\\d\\d)${EDGE_AFTER}`,
    "giu",
  ),
];
const BIRTH_WORDS = new RegExp(
  `${EDGE_BEFORE}(?:${BORN})\\s*:?\\s*(?:(?:in|on|the|en|le|el|في|عام)\\s+)?[\\d/.\\- ]{4,10}`,
  "giu",
);
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/gu;
const MRZ = /[A-Z0-9<]*(?:<[A-Z0-9<]*){2}/gu;
const PHONE =
  /(?<![\p{L}\p{N}])(?:(?:\+|00)\d{1,3}(?:[\s.()-]{0,2}\d){7,12}|0\d(?:[\s.-]\d{2,4}){3,4}|0\d{9})(?![\p{L}\p{N}])/gu;
const MIXED_TOKEN =
  /(?<![\p{L}\p{N}-])(?=[A-Z0-9]{6,14}(?![\p{L}\p{N}]))(?=[A-Z0-9]*[A-Z])(?:[A-Z]*\d[A-Z]*){5,13}(?![\p{L}\p{N}])/gu;
const LONG_NUMBER = /(?<![\p{L}\p{N}.,-])\d{7,14}(?![\p{L}\p{N}]|[.,]\d)/gu;

/** Arabic and Persian digits as Latin ones, one character for one, so that positions stay. */
function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

function* foundBy(kind: PersonalDataKind, pattern: RegExp, text: string): Generator<PersonalDataWarning> {
  for (const { index, 0: found } of text.matchAll(pattern))
    yield { kind, start: index, end: index + found.length };
}

/** A full date at least twelve years back reads as a birth date; recent ones are what officers write every day. */
function* birthDates(text: string, today: LocalDate): Generator<PersonalDataWarning> {
  yield* foundBy("birth_date", BIRTH_WORDS, text);
  const latest = Number(today.slice(0, 4)) - 12;
  for (const pattern of DATES)
    for (const match of text.matchAll(pattern))
      if (Number(match.groups?.y) <= latest)
        yield { kind: "birth_date", start: match.index, end: match.index + match[0].length };
}

/**
 * What in a free text looks like personal data, in the order in which it stands, without overlaps. A warning, not
 * a proof: the form shows it and asks; nothing is refused on it alone. Reads the first 4,000 characters.
 */
export function personalDataIn(written: string, today: LocalDate): PersonalDataWarning[] {
  const text = latinDigits(written.slice(0, 4000));
  const found = [
    ...[...foundBy("mrz", MRZ, text)].filter(({ start, end }) => end - start >= 15),
    ...foundBy("email", EMAIL, text),
    ...birthDates(text, today),
    ...foundBy("phone", PHONE, text),
    ...foundBy("document_number", MIXED_TOKEN, text),
    ...foundBy("document_number", LONG_NUMBER, text),
  ];
  const kept: PersonalDataWarning[] = [];
  for (const warning of found)
    if (!kept.some((other) => warning.start < other.end && other.start < warning.end)) kept.push(warning);
  return kept.toSorted((a, b) => a.start - b.start);
}

/** The kinds found in a text, each once: one sentence of warning for each. */
export function personalDataKinds(written: string, today: LocalDate): PersonalDataKind[] {
  return [...new Set(personalDataIn(written, today).map(({ kind }) => kind))];
}
