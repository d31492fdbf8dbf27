import type { FigureStatus, Measure } from "#generated/prisma/enums.ts";
import { whyNotCompared, type Unlike } from "#lib/measure.ts";
import type { Qualifier } from "#lib/qualifier.ts";

/** One number of an edition: counted here from results, or published. */
export type Entry = {
  source: "counted" | "published";
  measure: Measure;
  unit: string;
  /** What kind of thing, where the measure does not say it: a commodity, an offence, a country. */
  kind: string | null;
  valuation: boolean;
  value: number | null;
  low: number | null;
  high: number | null;
  qualifier: Qualifier;
  wording: string | null;
  status: FigureStatus | "validated";
  /** A small count that this reader is not shown. */
  hidden: boolean;
  bases: readonly string[];
  databases: readonly string[];
};

export type Edition = {
  /** Days of the tactical phase; null where they are not known. */
  days: number | null;
  /** The dates are known to the day. */
  exact: boolean;
  entries: readonly Entry[];
};

export type Refusal =
  | Unlike
  | "only_one"
  | "counted_published"
  | "unlike_basis"
  | "unlike_databases"
  | "unlike_length"
  | "no_days"
  | "precision"
  | "unlike_status"
  | "no_number"
  | "small"
  | "several";

export type Compared = {
  measure: Measure;
  a: Entry | null;
  b: Entry | null;
  /** Null: they may stand beside each other. */
  refusal: Refusal | null;
  /** Both are to be divided by the days of their operation, because these differ. */
  perDay: boolean;
};

const SETTLED: ReadonlySet<Entry["status"]> = new Set(["validated", "final"]);
const standing = ({ status }: Entry) => (status === "unstated" ? "unstated" : SETTLED.has(status));
const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();
const keyOf = ({ source, unit, kind, valuation }: Entry) => [source, unit, kind, valuation].join("|");

/** Why two numbers of one measure may not stand beside each other; null when they may. */
export function whyRefused(a: Entry, b: Entry): Refusal | null {
  if (a.source !== b.source) return "counted_published";
  const unlike = whyNotCompared(
    { measure: a.measure, unit: a.unit, valuation: a.valuation, label: a.kind },
    { measure: b.measure, unit: b.unit, valuation: b.valuation, label: b.kind },
  );
  if (unlike) return unlike;
  if (a.kind !== b.kind) return "measure.unlike_kind";
  if (a.hidden || b.hidden) return "small";
  if (a.value === null || b.value === null) return "no_number";
  if (standing(a) !== standing(b)) return "unlike_status";
  // Who may not know on which basis checks were counted cannot be told that the bases are alike.
  const unknown = a.source === "counted" && a.measure === "checks" && a.bases.length === 0;
  if (unknown || !same(a.bases, b.bases)) return "unlike_basis";
  return same(a.databases, b.databases) ? null : "unlike_databases";
}

type Sides = { a: Edition; b: Edition };

/** Whether the periods let two counts stand beside each other, and whether they do so only by the day. */
function levelled({ a, b }: Sides, source: Entry["source"]): { refusal: Refusal | null; perDay: boolean } {
  if (!a.exact || !b.exact) return { refusal: "precision", perDay: false };
  if (a.days === null || b.days === null) return { refusal: "no_days", perDay: false };
  if (a.days === b.days) return { refusal: null, perDay: false };
  // Only what is counted here is known by the day; a published total cannot be divided.
  return source === "counted" ? { refusal: null, perDay: true } : { refusal: "unlike_length", perDay: false };
}

/**
 * Two editions, measure by measure: like beside like, everything else refused with the reason. Nothing is dropped: a number that only
 * one of the two has is said to be so.
 */
export function compareEditions(sides: Sides): Compared[] {
  const measures = new Set([...sides.a.entries, ...sides.b.entries].map(({ measure }) => measure));
  return [...measures].flatMap((measure) => compareMeasure(sides, measure));
}

function compareMeasure(sides: Sides, measure: Measure): Compared[] {
  const group = ({ entries }: Edition) =>
    Map.groupBy(
      entries.filter((entry) => entry.measure === measure),
      keyOf,
    );
  const [left, right] = [group(sides.a), group(sides.b)];
  const rows: Compared[] = [];
  const alone: { a: Entry[]; b: Entry[] } = { a: [], b: [] };
  for (const [key, held] of left) {
    const other = right.get(key);
    if (other) rows.push(pair(sides, measure, { left: held, right: other }));
    else alone.a.push(...held);
  }
  for (const [key, held] of right) if (!left.has(key)) alone.b.push(...held);
  const most = Math.max(alone.a.length, alone.b.length);
  for (let at = 0; at < most; at++) rows.push(unpaired(measure, alone.a[at] ?? null, alone.b[at] ?? null));
  return rows;
}

type Held = { left: readonly Entry[]; right: readonly Entry[] };

function pair(sides: Sides, measure: Measure, { left, right }: Held): Compared {
  const [a = null, b = null] = [left[0], right[0]];
  const row = { measure, a, b, perDay: false };
  if (left.length > 1 || right.length > 1) return { ...row, refusal: "several" };
  const refusal = a && b ? whyRefused(a, b) : "only_one";
  return refusal || !a ? { ...row, refusal } : { ...row, ...levelled(sides, a.source) };
}

function unpaired(measure: Measure, a: Entry | null, b: Entry | null): Compared {
  const refusal = a && b ? (whyRefused(a, b) ?? "several") : "only_one";
  return { measure, a, b, refusal, perDay: false };
}
