export const MEASURES = [
  "checks",
  "secondary_inspections",
  "matches",
  "confirmed_matches",
  "leads",
  "persons_of_interest",
  "notice_subjects",
  "notices_published",
  "arrests",
  "victims_presumed",
  "victims_identified",
  "migrants_encountered",
  "missing_persons_located",
  "people_trained",
  "officers_deployed",
  "entries_denied",
  "documents_detected",
  "documents_seized",
  "seizures",
  "assets_identified",
  "investigations_opened",
  "nationalities",
  "groups_dismantled",
  "access_points_live",
  "border_points",
  "countries",
  "outcomes",
  "other",
] as const;
export type Measure = (typeof MEASURES)[number];

/** Units of the domain; money is written as its ISO 4217 code ("EUR"). */
export const UNITS = [
  "searches",
  "travellers",
  "documents",
  "names",
  "inspections",
  "people",
  "cases",
  "items",
  "vehicles",
  "vessels",
  "kg",
  "t",
  "rounds",
  "pieces",
  "mixed",
  "unspecified",
] as const;
export type NamedUnit = (typeof UNITS)[number];

const CURRENCY = /^[A-Z]{3}$/;

/** Is this one of the units, or a currency code? */
export function isUnit(unit: unknown): unit is string {
  return typeof unit === "string" && ((UNITS as readonly string[]).includes(unit) || isCurrency(unit));
}

export function isCurrency(unit: string): boolean {
  return CURRENCY.test(unit);
}

const MEASURED: ReadonlySet<string> = new Set(["kg", "t", "mixed", "unspecified"]);

/** Whole things: of these there is no half, so that a mark before three digits parts thousands. */
export function isCounted(unit: string): boolean {
  return !MEASURED.has(unit) && !isCurrency(unit);
}

/** The same passport, country or person counted by two operations is still one: these are compared, never added. */
const COUNTED_ANEW: ReadonlySet<Measure> = new Set([
  "nationalities",
  "countries",
  "border_points",
  "access_points_live",
  "persons_of_interest",
]);

export type Measured = {
  measure: Measure;
  unit: string;
  /** The kind as printed; says what `other`, seizures and outcomes are of. */
  label?: string | null;
  commodity?: string | null;
  /** A value put on something, not the thing. */
  valuation?: boolean;
};

/** Why two figures are not put together; keys under `errors.measure`. */
export type Unlike =
  | "measure.unlike_measure"
  | "measure.unlike_unit"
  | "measure.unlike_kind"
  | "measure.unit_mixed"
  | "measure.unit_unspecified"
  | "measure.valuation_apart"
  | "measure.not_added";

const kindOf = (figure: Measured) => (figure.commodity ?? figure.label ?? "").trim().toLowerCase();
const NEEDS_KIND: ReadonlySet<Measure> = new Set(["other", "seizures", "outcomes", "assets_identified"]);

/** Null when two figures may stand in one comparison; otherwise the reason they may not. */
export function whyNotCompared(a: Measured, b: Measured): Unlike | null {
  if (a.measure !== b.measure) return "measure.unlike_measure";
  if ((a.valuation ?? false) !== (b.valuation ?? false)) return "measure.valuation_apart";
  if (a.unit === "unspecified" || b.unit === "unspecified") return "measure.unit_unspecified";
  if (a.unit === "mixed" || b.unit === "mixed") return "measure.unit_mixed";
  if (a.unit !== b.unit) return "measure.unlike_unit";
  if (NEEDS_KIND.has(a.measure) && (kindOf(a) === "" || kindOf(a) !== kindOf(b)))
    return "measure.unlike_kind";
  return null;
}

/** Null when two figures may be added; stricter than comparing. */
export function whyNotSummed(a: Measured, b: Measured): Unlike | null {
  const unlike = whyNotCompared(a, b);
  if (unlike) return unlike;
  return COUNTED_ANEW.has(a.measure) ? "measure.not_added" : null;
}

export type Summed =
  { ok: true; value: number | null; counted: number; without: number } | { ok: false; reason: Unlike };

/**
 * Adds figures of one measure and unit. A figure without a number is left out and counted in `without`, never taken
 * as zero; the sum of nothing is null. Refuses the whole when any two are unlike.
 */
export function sumOf(figures: readonly (Measured & { value: number | null })[]): Summed {
  const [first] = figures;
  for (const figure of figures.slice(1)) {
    const reason = first && whyNotSummed(first, figure);
    if (reason) return { ok: false, reason };
  }
  const values = figures.map(({ value }) => value).filter((value) => value !== null);
  return {
    ok: true,
    value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
    counted: values.length,
    without: figures.length - values.length,
  };
}
