import "server-only";
import { z } from "zod";
import { keeping, narrowed, ownCountriesOf, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Tx } from "#server/db.ts";
import { listedSql, ofOperationsSql, withinSql } from "#server/within-sql.ts";
import { chooseOperations } from "#features/situation/queries.ts";
import type { TotalFilter } from "#features/situation/schema.ts";
import { listAsks } from "../rules/list-asks.ts";
import { oweByCountry, sumOpen } from "../rules/owe-by-country.ts";

const reviewRow = z.strictObject({
  country: z.string(),
  submitted: z.coerce.number(),
  queried: z.coerce.number(),
  submittedSince: z.iso.date().nullable(),
  queriedSince: z.iso.date().nullable(),
});
const missingRow = z.strictObject({
  country: z.string(),
  id: z.uuid(),
  name: z.string(),
  days: z.coerce.number(),
  silent: z.coerce.number(),
  silentSince: z.iso.date(),
});
const awaitedRow = z.strictObject({ asked: z.string(), waiting: z.coerce.number(), since: z.coerce.date() });
const waitingRow = z.strictObject({
  country: z.string(),
  measure: z.enum(Measure),
  unit: z.string(),
  total: z.coerce.number(),
});
const suspendedRow = z.strictObject({
  country: z.string(),
  id: z.uuid(),
  name: z.string(),
  since: z.iso.date(),
});
const openRow = z.strictObject({
  reviews: z.array(reviewRow),
  points: z.array(missingRow),
  replies: z.array(awaitedRow),
  waiting: z.array(waitingRow),
  suspended: z.array(suspendedRow),
});

/** `due` are those of `ids` that run: only they owe returns. */
type Asked = { ids: string[]; due: string[]; country: string | undefined; exercise: boolean; now: Date };
const ofCountry = (alias: string, country: string | undefined) =>
  country === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(alias)}.country_code = ${country}`;

/**
 * What is open now, whatever the period, and who owes it: returns missing by country and point, returns and results not yet reviewed,
 * queries unanswered, replies awaited from whom since when; and what is asked because of it. Counts only; observers see none (null).
 */
export async function getOpen({ db, scope: whole, actor, now }: Ctx, filter: TotalFilter) {
  // What an observer of an operation does not see is not missing.
  const scope = keeping(whole, ({ role }) => role !== "observer");
  if (scope.grants.length === 0) return null;
  const operations = await chooseOperations(db, scope, filter);
  const { country, exercise } = filter;
  const due = operations.filter(({ state }) => state === "live" || state === "follow_up").map(({ id }) => id);
  const asked = { ids: operations.map(({ id }) => id), due, country, exercise, now };
  const { waiting, ...read } = await readOpen(db, scope, {
    ...asked,
    access: narrowed(actor.grants, "access:read"),
  });
  const open = { now, today: dayOf(now), ...read };
  return {
    asOf: now,
    ...sumOpen(open),
    replies: read.replies,
    owed: oweByCountry({ ...open, waiting }),
    asks: listAsks(open),
  };
}
export type Open = Awaited<ReturnType<typeof getOpen>>;

/** Five questions in one statement: the page waits for them together. */
async function readOpen(db: Tx, scope: Scope, { access, ...asked }: Asked & { access: Scope | null }) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${listedSql(reviewsOf(scope, asked))} AS reviews, ${listedSql(missingOf(scope, asked))} AS points,
           ${listedSql(repliesOf(scope, asked))} AS replies, ${listedSql(waitingOf(scope, asked))} AS waiting,
           ${listedSql(suspendedOf(access, asked))} AS suspended`);
  return openRow.parse(rows[0]);
}

function reviewsOf(scope: Scope, { ids, country }: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT r.country_code AS country,
           count(*) FILTER (WHERE r.review = 'submitted') AS submitted, count(*) FILTER (WHERE r.review = 'queried') AS queried,
           (min(r.local_date) FILTER (WHERE r.review = 'submitted'))::text AS "submittedSince",
           (min(r.local_date) FILTER (WHERE r.review = 'queried'))::text AS "queriedSince"
    FROM daily_return r
    WHERE ${ofOperationsSql(ids, "r")} AND r.superseded_at IS NULL AND r.review <> 'validated'
      AND ${withinSql(scope, "r")} ${ofCountry("r", country)}
    GROUP BY 1 ORDER BY 1`;
}

/** Points with operational days that are over there, expected, and without a return; and since when nothing came at all. */
function missingOf(scope: Scope, { due, country, now }: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT d.country_code AS country, b.id, b.name, e.expected - f.filed AS days,
           greatest(0, e.until - coalesce(f.last, d.returns_from - 1)) AS silent, (coalesce(f.last, d.returns_from - 1) + 1)::text AS "silentSince"
    FROM deployment d JOIN border_point b ON b.id = d.border_point_id
    JOIN participation p ON p.operation_id = d.operation_id AND p.country_code = d.country_code
    CROSS JOIN LATERAL (SELECT least(coalesce(d.returns_to, d.ends_on, 'infinity'),
      ((${now}::timestamptz AT TIME ZONE b.time_zone) - d.day_starts_at::interval)::date - 1) AS until) u
    CROSS JOIN LATERAL (SELECT u.until, greatest(0, u.until - d.returns_from + 1) AS expected) e
    CROSS JOIN LATERAL (SELECT count(*) AS filed, max(r.local_date) AS last FROM daily_return r
      WHERE r.deployment_id = d.id AND r.superseded_at IS NULL AND r.local_date BETWEEN d.returns_from AND e.until) f
    WHERE ${ofOperationsSql(due, "d")} AND ${ofOperationsSql(due, "p")} AND d.returns_from IS NOT NULL
      AND p.state NOT IN ('draft', 'cancelled') AND e.expected > f.filed AND ${withinSql(scope, "d")} ${ofCountry("d", country)}
    ORDER BY 1, 3, 2`;
}

function repliesOf(scope: Scope, { ids, country }: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT a.asked_country AS asked, sum(a.waiting) AS waiting, min(a.since) AS since
    FROM app.awaited_replies(${ids}::uuid[]) a WHERE ${withinSql(scope, "a")} ${ofCountry("a", country)}
    GROUP BY 1 ORDER BY 1`;
}

/** Results other than checks that nobody has validated yet, by country. */
function waitingOf(scope: Scope, { ids, country }: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT t.country_code AS country, t.measure::text AS measure, t.unit, sum(t.total) AS total FROM week_total t
    WHERE ${ofOperationsSql(ids, "t")} AND NOT t.validated AND t.total <> 0
      AND t.measure NOT IN ('checks', 'confirmed_matches', 'outcomes', 'seizures') AND ${withinSql(scope, "t")} ${ofCountry("t", country)}
    GROUP BY 1, 2, 3 HAVING sum(t.total) > 0 ORDER BY 1, 2`;
}

/** Access points of these operations whose latest state is suspended, for those who may know it. */
function suspendedOf(scope: Scope | null, { ids, country, exercise }: Asked): Prisma.Sql {
  const own = scope === null ? [] : ownCountriesOf(scope);
  const mine = own === "all" ? Prisma.sql`TRUE` : Prisma.sql`a.country_code = ANY (${own})`;
  return Prisma.sql`
    SELECT a.country_code AS country, b.id, b.name, s.on_date::text AS since
    FROM access_point a JOIN border_point b ON b.id = a.border_point_id
    CROSS JOIN LATERAL (SELECT l.state, l.on_date FROM access_status l WHERE l.access_point_id = a.id AND l.withdrawn_at IS NULL
      ORDER BY l.on_date DESC, l.recorded_at DESC NULLS LAST, l.id DESC LIMIT 1) s
    WHERE a.exercise = ${exercise} AND ${mine} ${ofCountry("a", country)} AND s.state = 'suspended'
      AND EXISTS (SELECT FROM deployment d WHERE d.border_point_id = a.border_point_id AND ${ofOperationsSql(ids, "d")})
    ORDER BY 1, 3, 2 LIMIT 5000`;
}
