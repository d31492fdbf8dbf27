import type { Measure } from "#generated/prisma/enums.ts";
import { sumShown, suppressCount, type Shown, type Fineness } from "#lib/suppress.ts";
import type { LocalDate } from "#lib/period.ts";
import { isGuarded } from "#features/situation/rules.ts";

/** One sum out of the totals: `operation` or `bucket` when the sum is of that operation or bucket alone. */
export type SumRow = {
  operation: string | null;
  bucket: LocalDate | null;
  measure: Measure;
  unit: string;
  validated: boolean;
  total: number;
};

/** A number for this reader: validated, and apart from it what is preliminary. Missing is not zero. */
export type Total = { measure: Measure; unit: string; validated: Shown; preliminary: number | null };

const keyOf = ({ measure, unit }: { measure: Measure; unit: string }) => `${measure}|${unit}`;
const sumWhere = (rows: readonly SumRow[], validated: boolean) => {
  const held = rows.filter((row) => row.validated === validated);
  return held.length === 0 ? null : held.reduce((sum, row) => sum + row.total, 0);
};
const exact = (value: number | null): Shown =>
  value === null ? { form: "missing" } : { form: "count", value };

/**
 * Totals by measure and unit from sums by operation. Observers see 1 to 4 of an operation as "<5" and no sum beside a hidden one,
 * since each operation can be read alone; they are never given what is preliminary.
 */
export function groupTotals(rows: readonly SumRow[], fineness: Fineness): Total[] {
  return [...Map.groupBy(rows, keyOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { measure, unit } = first;
    const hidden = fineness === "operation" && isGuarded(unit, fineness);
    const validated = hidden
      ? sumShown(validatedByOperation(group).map(suppressCount))
      : exact(sumWhere(group, true));
    return {
      measure,
      unit,
      validated,
      preliminary: fineness === "operation" ? null : sumWhere(group, false),
    };
  });
}

function validatedByOperation(group: readonly SumRow[]): (number | null)[] {
  const operations = Map.groupBy(group, (row) => row.operation ?? "");
  return [...operations.values()].map((held) => sumWhere(held, true));
}

export type TrendDay = { date: LocalDate; validated: number | null; preliminary: number | null };
export type Trend = { measure: Measure; unit: string; buckets: TrendDay[] };

/**
 * Sums by bucket for each measure and unit. `reported` are days on which something was filed though nothing was counted: those
 * are zeros somebody stated; every other empty bucket is left out and drawn as a gap.
 */
export function groupTrends(
  rows: readonly SumRow[],
  reported: readonly LocalDate[],
  hidden: Fineness,
): Trend[] {
  const shown = rows.flatMap((row) =>
    row.bucket === null || isGuarded(row.unit, hidden) ? [] : [{ ...row, bucket: row.bucket }],
  );
  return [...Map.groupBy(shown, keyOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { measure, unit } = first;
    const buckets = [...Map.groupBy(group, (row) => row.bucket)].map(([date, held]) => ({
      date,
      validated: sumWhere(held, true) ?? 0,
      preliminary: sumWhere(held, false) ?? 0,
    }));
    const dates = new Set(buckets.map(({ date }) => date));
    // Where something was counted and no match recorded, there was none; a unit nobody counted in stays open.
    const looked =
      measure === "matches" ? [...new Set([...reported, ...shown.map((row) => row.bucket)])] : reported;
    const zeros = looked
      .filter((date) => !dates.has(date))
      .map((date) => ({ date, validated: 0, preliminary: 0 }));
    return { measure, unit, buckets: [...buckets, ...zeros].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
  });
}
