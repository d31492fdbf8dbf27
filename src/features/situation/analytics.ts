import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { suppressParts, type Shown } from "#lib/suppress.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { chooseOperations, listPoints, listReportingSpans } from "./queries.ts";
import { bucketOfTrend, finenessOf, guardedSpan, type Fineness } from "./rules.ts";
import type { TotalFilter } from "./schema.ts";

const bucketRow = z.strictObject({
  bucket: z.iso.date(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.coerce.number(),
  preliminary: z.coerce.number(),
});

/** Checks and matches by day, week or month over everything chosen, whatever the period: what the brush is drawn on. */
export async function getTimeline({ db, scope, now }: Ctx, { from: _from, to: _to, ...filter }: TotalFilter) {
  const operations = await chooseOperations(db, scope, filter);
  const bucket = bucketOfTrend({}, await listReportingSpans(db, operations), dayOf(now));
  const fineness = finenessOf(scope.grants.map(({ role }) => role));
  const measures = fineness === "operation" ? ["checks"] : ["checks", "matches"];
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT date_trunc(${bucket}, local_date)::date::text AS bucket, measure::text AS measure, unit,
           coalesce(sum(total) FILTER (WHERE validated), 0) AS validated, coalesce(sum(total) FILTER (WHERE NOT validated), 0) AS preliminary
    FROM (SELECT t.local_date::timestamp AS local_date, t.measure, t.unit, t.validated, t.total FROM daily_total t
          WHERE t.operation_id = ANY (${operations.map(({ id }) => id)}::uuid[]) AND t.measure = ANY (${measures}::measure[])
            AND ${withinSql(scope, "t")} ${filter.country === undefined ? Prisma.empty : Prisma.sql`AND t.country_code = ${filter.country}`}) s
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  return { bucket, buckets: z.array(bucketRow).parse(rows) };
}

const pointRow = z.strictObject({
  point: z.uuid(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.coerce.number().nullable(),
  preliminary: z.coerce.number().nullable(),
});
type PointRow = z.output<typeof pointRow>;
export type PointTotal = { measure: Measure; unit: string; validated: Shown; preliminary: number | null };

/**
 * Border points of the chosen operations with their checks and matches of the period, and the countries that take part. A point
 * whose operations do not divide their figures by point has no totals: nothing is shown there, least of all a zero.
 */
export async function getPlaces({ db, scope, now }: Ctx, filter: TotalFilter) {
  const operations = await chooseOperations(db, scope, filter);
  const ids = operations.map(({ id }) => id);
  const fineness = finenessOf(scope.grants.map(({ role }) => role));
  const totals = Map.groupBy(await pointRows(db, scope, { filter, ids, fineness }), ({ point }) => point);
  const { points, countries } = await listPoints(db, { ids, country: filter.country });
  const shown = suppressMatches(totals, fineness);
  return {
    asOf: now,
    operations: operations.map(({ startsOn: _s, endsOn: _e, handlingMark: _h, ...operation }) => operation),
    countries,
    points: points.map((point) => ({ ...point, totals: shown.get(point.id) ?? [] })),
    /** Matches are those of the whole operation, not of the period. */
    matchesOfAll: fineness === "operation",
  };
}

type Asked = { filter: TotalFilter; ids: string[]; fineness: Fineness };

async function pointRows(db: Tx, scope: Scope, { filter, ids, fineness }: Asked): Promise<PointRow[]> {
  const spanned = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
    Prisma.sql`${from === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.local_date >= ${from}::date`}
      AND ${to === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.local_date <= ${to}::date`}`;
  // Matches are not hidden from leadership; people are not drawn on the map at all.
  const matches = fineness === "operation" ? spanned(guardedSpan(filter, fineness)) : spanned(filter);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.border_point_id AS point, t.measure::text AS measure, t.unit,
           sum(t.total) FILTER (WHERE t.validated) AS validated, sum(t.total) FILTER (WHERE NOT t.validated) AS preliminary
    FROM point_total t
    WHERE t.operation_id = ANY (${ids}::uuid[]) AND ${withinSql(scope, "t")}
      AND CASE t.measure WHEN 'checks' THEN (${spanned(filter)}) WHEN 'matches' THEN (${matches}) WHEN 'confirmed_matches' THEN (${matches}) ELSE FALSE END
      ${filter.country === undefined ? Prisma.empty : Prisma.sql`AND t.country_code = ${filter.country}`}
    GROUP BY 1, 2, 3`);
  return z.array(pointRow).parse(rows);
}

const exact = (value: number | null): Shown =>
  value === null ? { form: "missing" } : { form: "count", value };

function suppressMatches(totals: Map<string, PointRow[]>, fineness: Fineness): Map<string, PointTotal[]> {
  const shown = new Map<PointRow, Shown>();
  const rows = [...totals.values()].flat();
  for (const group of Map.groupBy(rows, ({ measure }) => measure).values()) {
    const hidden = fineness === "operation" && group[0]?.measure !== "checks";
    const parts = hidden ? suppressParts(group.map(({ validated }) => validated)).parts : null;
    group.forEach((row, index) => shown.set(row, parts?.[index] ?? exact(row.validated)));
  }
  return new Map(
    [...totals].map(([point, held]) => [
      point,
      held.map((row) => ({
        measure: row.measure,
        unit: row.unit,
        validated: shown.get(row) ?? exact(null),
        preliminary: fineness === "operation" ? null : row.preliminary,
      })),
    ]),
  );
}
