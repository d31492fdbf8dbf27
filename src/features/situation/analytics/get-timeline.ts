import "server-only";
import { finenessOf } from "#access/fineness.ts";
import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Ctx } from "#server/procedure.ts";
import { withinSql } from "#server/within-sql.ts";
import { chooseOperations, listReportingSpans, totalsOver } from "../queries.ts";
import { bucketOfTrend } from "../rules.ts";
import type { PlaceFilter } from "../schema.ts";
import { ofCountry, ofPoints } from "./in-days.ts";

const bucketRow = z.strictObject({
  bucket: z.iso.date(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.coerce.number(),
  preliminary: z.coerce.number(),
});

/**
 * Checks and matches by day, week or month over everything chosen, whatever the period: what the brush is drawn on. Of some
 * border points alone it is read from the totals by point.
 */
export async function getTimeline(
  { db, scope, now }: Ctx,
  { from: _from, to: _to, points, ...filter }: PlaceFilter,
) {
  const operations = await chooseOperations(db, scope, filter);
  const bucket = bucketOfTrend({}, await listReportingSpans(db, operations), dayOf(now));
  const fineness = finenessOf(scope.grants);
  const measures = fineness === "operation" ? ["checks"] : ["checks", "matches"];
  const totals = points === undefined ? totalsOver({}, bucket) : Prisma.sql`point_total`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT date_trunc(${bucket}, local_date)::date::text AS bucket, measure::text AS measure, unit,
           coalesce(sum(total) FILTER (WHERE validated), 0) AS validated, coalesce(sum(total) FILTER (WHERE NOT validated), 0) AS preliminary
    FROM (SELECT t.local_date::timestamp AS local_date, t.measure, t.unit, t.validated, t.total FROM ${totals} t
          WHERE t.operation_id = ANY (${operations.map(({ id }) => id)}::uuid[]) AND t.measure = ANY (${measures}::measure[])
            AND ${withinSql(scope, "t")} AND ${ofCountry(filter.country)} AND ${ofPoints(points)}) s
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  return { bucket, buckets: z.array(bucketRow).parse(rows) };
}
