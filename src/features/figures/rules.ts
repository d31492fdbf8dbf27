import type { Measure } from "#generated/prisma/enums.ts";
import { UNITS, whyNotCompared } from "#lib/measure.ts";
import type { Measured, Unlike } from "#lib/measure.ts";
import { monthOf } from "#lib/period.ts";
import type { Qualifier } from "#lib/qualifier.ts";

const PEOPLE: ReadonlySet<Measure> = new Set<Measure>([
  "arrests",
  "persons_of_interest",
  "victims_presumed",
  "victims_identified",
  "migrants_encountered",
  "missing_persons_located",
  "people_trained",
  "entries_denied",
]);
const SEARCHED: ReadonlySet<Measure> = new Set<Measure>([
  "checks",
  "secondary_inspections",
  "matches",
  "confirmed_matches",
  "leads",
  "notice_subjects",
]);
const NOTICES: ReadonlySet<Measure> = new Set<Measure>([
  "matches",
  "confirmed_matches",
  "notice_subjects",
  "notices_published",
  "persons_of_interest",
  "arrests",
]);
const THINGS: ReadonlySet<Measure> = new Set<Measure>([
  "seizures",
  "assets_identified",
  "documents_seized",
  "other",
]);

/** Which dimensions a form asks for; what a figure has already is always shown. */
export const asksFor = (measure: Measure) => ({
  databases: SEARCHED.has(measure),
  offence: measure === "arrests" || measure === "investigations_opened",
  commodity: THINGS.has(measure),
  noticeColour: NOTICES.has(measure),
  people: PEOPLE.has(measure),
  valuation: THINGS.has(measure),
});

/** The unit a measure is usually printed in, to begin with. */
export function usualUnit(measure: Measure): string {
  if (measure === "checks") return "searches";
  if (PEOPLE.has(measure) || measure === "officers_deployed" || measure === "notice_subjects")
    return "people";
  if (["matches", "confirmed_matches", "leads", "investigations_opened"].includes(measure)) return "cases";
  if (measure === "documents_detected" || measure === "documents_seized") return "documents";
  if (measure === "secondary_inspections") return "inspections";
  if (measure === "seizures" || measure === "assets_identified" || measure === "other") return "unspecified";
  return "items";
}

export const OFFERED_UNITS = [...UNITS, "days"] as const;

export type Total = Measured & {
  country: string | null;
  validated: number | null;
  preliminary: number;
  /** First and last local day on which something counted; of their whole months where the reader may not divide it by day. */
  from: string;
  to: string;
  inMonths: boolean;
};

export type Compared = Measured & {
  value: number | null;
  low: number | null;
  high: number | null;
  qualifier: Qualifier;
  countryCode: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  asOf: string | null;
  status: string;
  certainty: string;
  partOfId: string | null;
  databases: readonly string[];
  offence: string | null;
  noticeColour: string | null;
  ageGroup: string | null;
  sex: string | null;
};

/** Why a published figure and Muster's own total of the same measure and unit need not agree. */
export type Difference =
  | "period_differs"
  | "period_not_stated"
  | "status_preliminary"
  | "status_unstated"
  | "results_preliminary"
  | "certainty"
  | "part"
  | "databases"
  | "narrower"
  | "qualified"
  | "results_later"
  | "unexplained";

export type Comparison =
  | { form: "beside"; total: Total; difference: number | null; because: Difference[] }
  | { form: "refused"; reason: Unlike; total: Total };

/**
 * A published figure beside Muster's own total of the same operation: the like one with the difference (published − validated)
 * and what explains it; where only unlike ones exist, the refusal with its reason; null where Muster counted nothing of it.
 */
export function compareToTotals(figure: Compared, totals: readonly Total[]): Comparison | null {
  const candidates = totals.filter(
    ({ measure, country }) => measure === figure.measure && country === figure.countryCode,
  );
  const like = candidates.find((total) => whyNotCompared(figure, total) === null);
  if (like === undefined) {
    const [first] = candidates;
    const reason = first && whyNotCompared(figure, first);
    return first && reason ? { form: "refused", reason, total: first } : null;
  }
  const number = figure.low === null && figure.high === null ? figure.value : null;
  const difference = number === null || like.validated === null ? null : number - like.validated;
  const because = difference === 0 ? [] : reasonsFor(figure, like);
  return {
    form: "beside",
    total: like,
    difference,
    because: because.length === 0 && difference !== 0 ? ["unexplained"] : because,
  };
}

function reasonsFor(figure: Compared, total: Total): Difference[] {
  const { periodFrom, periodTo, asOf } = figure;
  const stated = periodFrom !== null || periodTo !== null;
  // What is known by month alone is compared by month.
  const isBefore = (one: string, other: string) =>
    total.inMonths ? monthOf(one) < monthOf(other) : one < other;
  const periodDiffers =
    (periodFrom !== null && isBefore(total.from, periodFrom)) ||
    (periodTo !== null && isBefore(periodTo, total.to));
  const narrower = [figure.offence, figure.noticeColour, figure.ageGroup, figure.sex].some(
    (one) => one !== null,
  );
  const found: [Difference, boolean][] = [
    ["period_differs", periodDiffers],
    ["period_not_stated", !stated],
    ["results_later", asOf !== null && isBefore(asOf, total.to)],
    ["status_preliminary", figure.status === "preliminary" || figure.status === "interim"],
    ["status_unstated", figure.status === "unstated"],
    ["results_preliminary", total.preliminary > 0],
    ["certainty", figure.certainty !== "stated"],
    ["part", figure.partOfId !== null],
    ["databases", figure.databases.length > 0],
    ["narrower", narrower],
    ["qualified", figure.qualifier !== "exact"],
  ];
  return found.filter(([, holds]) => holds).map(([name]) => name);
}

/** A seizure's total is kept under "<commodity>:<unit>". */
export function readTotalUnit(measure: Measure, unit: string): Pick<Measured, "unit" | "commodity"> {
  const [commodity, of] = measure === "seizures" ? unit.split(":") : [];
  return of === undefined || commodity === undefined ? { unit } : { unit: of, commodity };
}
