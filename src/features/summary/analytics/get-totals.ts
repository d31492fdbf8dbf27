import "server-only";
import { finenessOf } from "#access/fineness.ts";
import type { Fineness } from "#lib/suppress.ts";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { bucketsOf, isWholeIn, type Bucket, type LocalDate } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Tx } from "#server/db.ts";
import { ofOperationsSql, withinSql } from "#server/within-sql.ts";
import {
  chooseOperations,
  listReportingSpans,
  totalsOver,
  type ChosenOperation,
} from "#features/situation/queries.ts";
import { isGuarded, bucketOfTrend, guardedSpan, isWidened } from "#features/situation/rules.ts";
import { groupTotals, groupTrends, type SumRow } from "../rules/group-totals.ts";
import type { SummaryFilter } from "../schema.ts";
import { inChoice, ofGuarded } from "./in-choice.ts";

const sumRow = z.strictObject({
  operation: z.uuid().nullable(),
  bucket: z.iso.date().nullable(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.boolean(),
  total: z.coerce.number(),
  first: z.iso.date(),
  last: z.iso.date(),
});
type Row = z.output<typeof sumRow>;

const BUCKET: Record<Bucket, Prisma.Sql> = {
  day: Prisma.sql`t.local_date`,
  week: Prisma.sql`date_trunc('week', t.local_date::timestamp)::date`,
  month: Prisma.sql`date_trunc('month', t.local_date::timestamp)::date`,
};

/**
 * Totals by measure and unit, by operation, and the trend of checks and matches: one statement over the daily totals. Validated and
 * preliminary are never added to each other; the exercise is a world of its own.
 */
export async function getTotals({ db, scope, now }: Ctx, filter: SummaryFilter) {
  const operations = await chooseOperations(db, scope, filter);
  const fineness = finenessOf(scope.grants);
  // Where the period is said, nothing has to be asked about it.
  const said = filter.from !== undefined && filter.to !== undefined;
  const spans = said || filter.bucket ? [] : await listReportingSpans(db, operations);
  const bucket = filter.bucket ?? bucketOfTrend(filter, spans, dayOf(now));
  const rows = await sumRows(db, scope, { filter, fineness, bucket, operations });
  const ofOperations = rows.filter((row) => row.operation !== null);
  const ofBuckets = rows.filter((row) => row.bucket !== null);
  const filed = bucket === "day" ? await filedDays(db, scope, { filter, operations, sums: ofBuckets }) : [];
  // People are counted as trained on the last day of their course, before the first check: not the period of the results. And the
  // first or the last day of a guarded count would be the day of somebody's arrest.
  const dates = ofOperations
    .filter((row) => row.measure !== "people_trained" && !isGuarded(row.unit, fineness))
    .map((row) => [row.first, row.last] as const);
  // The days told above are not those of counts of people either, so the reader is told which are.
  const apart = dates.length > 0 && ofOperations.some((row) => isGuarded(row.unit, fineness));
  const widened = isWidened(filter, fineness) || (apart && filter.from === undefined);
  return {
    asOf: now,
    operations,
    bucket,
    /** First and last local day on which something is counted. */
    counted: await countedDays(db, scope, { filter, fineness, bucket, operations, span: spanOf(dates) }),
    totals: groupTotals(ofOperations, fineness),
    trends: groupTrends(ofBuckets, filed, fineness),
    byOperation: byOperation(ofOperations, fineness),
    guarded: { fineness, span: guardedSpan(filter, fineness), widened },
  };
}
export type Totals = Awaited<ReturnType<typeof getTotals>>;

type Asked = {
  filter: SummaryFilter;
  fineness: Fineness;
  bucket: Bucket;
  operations: readonly ChosenOperation[];
};

async function sumRows(
  db: Tx,
  scope: Scope,
  { filter, fineness, bucket, operations }: Asked,
): Promise<Row[]> {
  if (operations.length === 0) return [];
  const ids = operations.map(({ id }) => id);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT operation, bucket::text AS bucket, measure::text AS measure, unit, validated, sum(total) AS total,
           min(local_date)::text AS first, max(local_date)::text AS last
    FROM (SELECT t.operation_id AS operation, CASE WHEN t.measure IN ('checks', 'matches') THEN ${BUCKET[bucket]} END AS bucket,
                 t.measure, t.unit, t.validated, t.total, t.local_date
          FROM ${totalsOver(filter, bucket)} t
          WHERE ${ofOperationsSql(ids, "t")} AND t.total <> 0 AND ${withinSql(scope, "t")} AND ${inChoice(filter, fineness)}) s
    GROUP BY GROUPING SETS ((operation, measure, unit, validated), (bucket, measure, unit, validated))
    HAVING (grouping(bucket) = 1 OR bucket IS NOT NULL) AND sum(total) <> 0
    ORDER BY 3, 4, 2`);
  return z.array(sumRow).parse(rows);
}

const endsRow = z.strictObject({ first: z.iso.date().nullable(), last: z.iso.date().nullable() });

/** The days on which counting began and ended: where sums are read by week, looked up in the first and the last of them. */
async function countedDays(
  db: Tx,
  scope: Scope,
  { filter, fineness, bucket, operations, span }: Asked & { span: ReturnType<typeof spanOf> },
) {
  if (span === null || bucket === "day" || !isWholeIn(filter, "week")) return span;
  const [ends] = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT min(t.local_date)::text AS first, max(t.local_date)::text AS last FROM daily_total t
    WHERE t.operation_id = ANY (${operations.map(({ id }) => id)}::uuid[]) AND t.total <> 0 AND t.measure <> 'people_trained'
      AND (t.local_date BETWEEN ${span.from}::date AND ${span.from}::date + 6 OR t.local_date BETWEEN ${span.to}::date AND ${span.to}::date + 6)
      AND NOT ${ofGuarded(fineness)} AND ${withinSql(scope, "t")} AND ${inChoice(filter, fineness)}`);
  const { first, last } = endsRow.parse(ends);
  return { from: first ?? span.from, to: last ?? span.to };
}

type Gaps = { filter: SummaryFilter; operations: readonly ChosenOperation[]; sums: readonly Row[] };

/** Days without a count on which a return was filed all the same: it said zero, or that no checks were made. */
async function filedDays(db: Tx, scope: Scope, { filter, operations, sums }: Gaps): Promise<LocalDate[]> {
  const counted = new Set(sums.map((row) => row.bucket));
  const span = spanOf(sums.map((row) => [row.first, row.last] as const));
  if (span === null) return [];
  const empty = bucketsOf({ from: filter.from ?? span.from, to: filter.to ?? span.to }, "day").filter(
    (day) => !counted.has(day),
  );
  if (empty.length === 0) return [];
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT DISTINCT r.local_date::text AS day FROM daily_return r
    WHERE r.operation_id = ANY (${operations.map(({ id }) => id)}::uuid[]) AND r.superseded_at IS NULL
      AND r.local_date = ANY (${empty}::date[]) AND ${withinSql(scope, "r")}
      ${filter.country === undefined ? Prisma.empty : Prisma.sql`AND r.country_code = ${filter.country}`}`);
  return z
    .array(z.strictObject({ day: z.iso.date() }))
    .parse(rows)
    .map(({ day }) => day);
}

function spanOf(
  dates: readonly (readonly [LocalDate, LocalDate])[],
): { from: LocalDate; to: LocalDate } | null {
  const from = dates.map(([first]) => first).toSorted()[0];
  const to = dates
    .map(([, last]) => last)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

function byOperation(rows: readonly SumRow[], fineness: Fineness) {
  return [...Map.groupBy(rows, (row) => row.operation ?? "")].map(([operationId, held]) => ({
    operationId,
    totals: groupTotals(held, fineness),
  }));
}
