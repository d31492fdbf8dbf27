import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { chooseOperations } from "#features/situation/queries.ts";
import { finenessOf } from "#features/situation/rules.ts";
import type { TotalFilter } from "#features/situation/schema.ts";

const reviewRow = z.strictObject({
  submitted: z.coerce.number(),
  queried: z.coerce.number(),
  submittedSince: z.iso.date().nullable(),
  queriedSince: z.iso.date().nullable(),
});
const missingRow = z.strictObject({
  country: z.string(),
  points: z.coerce.number(),
  days: z.coerce.number(),
});
const awaitedRow = z.strictObject({ asked: z.string(), waiting: z.coerce.number(), since: z.date() });

type Asked = { ids: string[]; country: string | undefined };
const ofCountry = (alias: string, country: string | undefined) =>
  country === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(alias)}.country_code = ${country}`;

/**
 * What is open now, whatever the period: returns owed by country, returns not yet reviewed or queried and since which local day,
 * and replies owed by asked country and since when. Counts only; observers see none of it (null).
 */
export async function getOpen({ db, scope, now }: Ctx, filter: TotalFilter) {
  if (finenessOf(scope.grants.map(({ role }) => role)) === "operation") return null;
  const operations = await chooseOperations(db, scope, filter);
  const asked = { ids: operations.map(({ id }) => id), country: filter.country };
  return {
    asOf: now,
    returns: await countReviews(db, scope, asked),
    missing: await countMissing(db, scope, { ...asked, now }),
    replies: await countAwaited(db, scope, asked),
  };
}
export type Open = Awaited<ReturnType<typeof getOpen>>;

async function countReviews(db: Tx, scope: Scope, { ids, country }: Asked) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE r.review = 'submitted') AS submitted, count(*) FILTER (WHERE r.review = 'queried') AS queried,
           (min(r.local_date) FILTER (WHERE r.review = 'submitted'))::text AS "submittedSince",
           (min(r.local_date) FILTER (WHERE r.review = 'queried'))::text AS "queriedSince"
    FROM daily_return r
    WHERE r.operation_id = ANY (${ids}::uuid[]) AND r.superseded_at IS NULL AND r.review <> 'validated'
      AND ${withinSql(scope, "r")} ${ofCountry("r", country)}`);
  return reviewRow.parse(rows[0]);
}

/** Operational days that are over at the point, expected, and without a return. */
async function countMissing(db: Tx, scope: Scope, { ids, country, now }: Asked & { now: Date }) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT country, count(*) AS points, sum(days) AS days FROM (
      SELECT d.country_code AS country, e.expected - (
        SELECT count(*) FROM daily_return r WHERE r.deployment_id = d.id AND r.superseded_at IS NULL
          AND r.local_date BETWEEN d.returns_from AND e.until) AS days
      FROM deployment d JOIN operation o ON o.id = d.operation_id JOIN border_point b ON b.id = d.border_point_id
      JOIN participation p ON p.operation_id = d.operation_id AND p.country_code = d.country_code
      CROSS JOIN LATERAL (SELECT least(coalesce(d.returns_to, d.ends_on, 'infinity'),
        ((${now}::timestamptz AT TIME ZONE b.time_zone) - d.day_starts_at::interval)::date - 1) AS until) u
      CROSS JOIN LATERAL (SELECT u.until, greatest(0, u.until - d.returns_from + 1) AS expected) e
      WHERE d.operation_id = ANY (${ids}::uuid[]) AND d.returns_from IS NOT NULL AND o.state IN ('live', 'follow_up')
        AND p.state NOT IN ('draft', 'cancelled') AND ${withinSql(scope, "d")} ${ofCountry("d", country)}) m
    WHERE days > 0 GROUP BY 1 ORDER BY 1`);
  return z.array(missingRow).parse(rows);
}

async function countAwaited(db: Tx, scope: Scope, { ids, country }: Asked) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.asked_country AS asked, sum(a.waiting) AS waiting, min(a.since) AS since
    FROM app.awaited_replies(${ids}::uuid[]) a WHERE ${withinSql(scope, "a")} ${ofCountry("a", country)}
    GROUP BY 1 ORDER BY 3`);
  return z.array(awaitedRow).parse(rows);
}
