import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import type { PointDayFilter, ReturnFilter } from "../schema.ts";

const pointDayRow = z.strictObject({
  deployment_id: z.uuid(),
  local_date: z.string(),
  return_id: z.uuid().nullable(),
  state: z.enum(["missing", "submitted", "queried", "validated"]),
  more: z.boolean(),
  country_code: z.string(),
  point_id: z.uuid(),
  point_name: z.string(),
  codename: z.string(),
  slug: z.string(),
  exercise: z.boolean(),
});
const countRow = z.strictObject({ state: z.string(), n: z.number() });

/** Point-days: returns that stand, and days over and expected that have none, which are missing and never zero. */
function pointDays(scope: Scope, filter: PointDayFilter, now: Date): Prisma.Sql {
  const { from, to, operationId, country } = filter;
  return Prisma.sql`
    WITH place AS (
      SELECT d.id, d.operation_id, d.country_code, d.border_point_id, p.name, o.codename, o.slug, o.exercise,
        d.returns_from, coalesce(d.returns_to, d.ends_on, 'infinity'::date) AS returns_to,
        ((${now}::timestamptz AT TIME ZONE p.time_zone) - d.day_starts_at::interval)::date AS today,
        o.state IN ('live', 'follow_up') AND c.state NOT IN ('draft', 'cancelled') AS reports
      FROM deployment d
      JOIN operation o ON o.id = d.operation_id
      JOIN participation c ON c.operation_id = d.operation_id AND c.country_code = d.country_code
      JOIN border_point p ON p.id = d.border_point_id
      WHERE ${withinSql(scope, "d")}
        AND (${operationId}::uuid IS NULL OR d.operation_id = ${operationId}::uuid)
        AND (${country}::text IS NULL OR d.country_code = ${country}::text)
        AND o.exercise = ${filter.exercise}
    ), expected AS (
      SELECT place.id AS deployment_id, day::date AS local_date FROM place
      CROSS JOIN LATERAL generate_series(
        greatest(place.returns_from, ${from}::date)::timestamp,
        least(place.returns_to, place.today - 1, ${to}::date)::timestamp, interval '1 day') AS day
      WHERE place.reports AND place.returns_from IS NOT NULL
    ), filed AS (
      SELECT r.id, r.deployment_id, r.local_date, r.review::text AS review FROM daily_return r
      JOIN place ON place.id = r.deployment_id
      WHERE r.superseded_at IS NULL AND (${from}::date IS NULL OR r.local_date >= ${from}::date)
        AND (${to}::date IS NULL OR r.local_date <= ${to}::date)
    ), point_day AS (
      SELECT coalesce(f.deployment_id, e.deployment_id) AS deployment_id, coalesce(f.local_date, e.local_date) AS local_date,
        f.id AS return_id, coalesce(f.review, 'missing') AS state
      FROM filed f FULL JOIN expected e ON e.deployment_id = f.deployment_id AND e.local_date = f.local_date
    ), listed AS (
      SELECT point_day.*, place.operation_id, place.country_code, place.border_point_id, place.name, place.codename, place.slug, place.exercise,
        point_day.state = 'validated' AND ${someResultWaits} AS more
      FROM point_day JOIN place ON place.id = point_day.deployment_id
    )`;
}

/** A match, arrest, count of people or seizure that came in after the return of its day was validated. */
const someResultWaits = Prisma.sql`(${Prisma.join(
  ["match", "arrest", "people_outcome", "seizure"].map(
    (
      table,
    ) => Prisma.sql`EXISTS (SELECT FROM ${Prisma.raw(`"${table}"`)} x WHERE x.operation_id = place.operation_id AND x.country_code = place.country_code
      AND x.local_date = point_day.local_date AND x.border_point_id = place.border_point_id AND x.review = 'submitted' ${table === "match" ? Prisma.empty : Prisma.sql`AND x.superseded_at IS NULL`})`,
  ),
  " OR ",
)})`;

function inState(state: ReturnFilter["state"]): Prisma.Sql {
  if (state === "all") return Prisma.sql`TRUE`;
  if (state === "open") return Prisma.sql`(state <> 'validated' OR more)`;
  return Prisma.sql`state = ${state}`;
}

/** One page of point-days, newest first. */
export async function listPointDays(db: Tx, scope: Scope, filter: PointDayFilter & { now: Date }) {
  const { skip, take } = windowOf(filter);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`${pointDays(scope, filter, filter.now)}
    SELECT deployment_id, local_date::text, return_id, state, more, country_code, border_point_id AS point_id, name AS point_name, codename, slug, exercise
    FROM listed WHERE ${inState(filter.state)}
    ORDER BY listed.local_date DESC, country_code, name, deployment_id LIMIT ${take} OFFSET ${skip}`);
  return z.array(pointDayRow).parse(rows);
}

/** How many point-days there are in each state, for the tabs. */
export async function countPointDays(db: Tx, scope: Scope, filter: PointDayFilter & { now: Date }) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`${pointDays(scope, filter, filter.now)}
    SELECT state, count(*)::int AS n FROM listed GROUP BY state
    UNION ALL SELECT 'open', count(*)::int FROM listed WHERE ${inState("open")}
    UNION ALL SELECT 'all', count(*)::int FROM listed`);
  const counts = new Map(
    z
      .array(countRow)
      .parse(rows)
      .map(({ state, n }) => [state, n]),
  );
  return (state: string) => counts.get(state) ?? 0;
}
