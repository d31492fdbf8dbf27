import "server-only";
import { finenessOf } from "#access/fineness.ts";
import type { Fineness } from "#lib/suppress.ts";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { daysBetween } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { chooseOperations } from "#features/situation/queries.ts";
import { getEditionDays, listEditionFigures } from "../queries/list-edition-figures.ts";
import { compareEditions, type Edition, type Entry } from "../rules/compare-editions.ts";
import { groupTotals, type Total } from "../rules/group-totals.ts";
import type { CompareInput } from "../schema.ts";

/**
 * Two operations side by side, measure by measure: counted beside counted and published beside published, like with like. What is not
 * alike is refused with the reason; nothing is adjusted.
 */
export async function compareOperations({ db, scope, now }: Ctx, { a, b, exercise }: CompareInput) {
  const fineness = finenessOf(scope.grants);
  const today = dayOf(now);
  const first = await getEdition(db, scope, { slug: a, exercise, fineness, today });
  const second = await getEdition(db, scope, { slug: b, exercise, fineness, today });
  const { entries: _a, ...left } = first;
  const { entries: _b, ...right } = second;
  return { asOf: now, a: left, b: right, rows: compareEditions({ a: first, b: second }) };
}

type Asked = { slug: string; exercise: boolean; fineness: Fineness; today: string };

async function getEdition(db: Tx, scope: Scope, { slug, exercise, fineness, today }: Asked) {
  const [operation] = await chooseOperations(db, scope, { exercise, operation: slug });
  if (!operation) throw new DomainError("not_found", "not_found");
  const { id, codename, year, state, handlingMark } = operation;
  const { from, to, exact } = await getEditionDays(db, id);
  const end = to === null || dayOf(to) <= today ? to : new Date(today);
  const days = from && end && from <= end ? daysBetween(dayOf(from), dayOf(end)) + 1 : null;
  const counted = await countedEntries(db, scope, { id, fineness });
  const published = await listEditionFigures(db, id);
  return {
    slug,
    codename,
    year,
    state,
    handlingMark,
    from: from && dayOf(from),
    to: end && dayOf(end),
    days,
    exact,
    daily: counted.entries.length > 0,
    bases: counted.bases,
    databases: counted.databases,
    entries: [...counted.entries, ...published],
  } satisfies Edition & Record<string, unknown>;
}

const sumRow = z.strictObject({
  operation: z.uuid(),
  bucket: z.null(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.boolean(),
  total: z.coerce.number(),
});
const wayRow = z.strictObject({ bases: z.array(z.string()), databases: z.array(z.string()) });

async function countedEntries(db: Tx, scope: Scope, { id, fineness }: { id: string; fineness: Fineness }) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.operation_id AS operation, NULL AS bucket, t.measure::text AS measure, t.unit, t.validated, sum(t.total) AS total
    FROM daily_total t WHERE t.operation_id = ${id}::uuid AND t.total <> 0 AND ${withinSql(scope, "t")}
    GROUP BY 1, 3, 4, 5 HAVING sum(t.total) <> 0 ORDER BY 3, 4`);
  const [ways] = z.array(wayRow).parse(
    await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT coalesce(array_agg(DISTINCT l.basis::text), '{}') AS bases,
           (SELECT coalesce(array_agg(d.database), '{}') FROM (SELECT t.database FROM daily_total t
             WHERE t.operation_id = ${id}::uuid AND t.measure = 'checks' AND t.database <> '' AND ${withinSql(scope, "t")}
             GROUP BY 1 HAVING sum(t.total) <> 0 ORDER BY 1) d) AS databases
    FROM return_line l WHERE l.operation_id = ${id}::uuid AND l.counts AND l.superseded_at IS NULL AND ${withinSql(scope, "l")}`),
  );
  const { bases, databases } = ways ?? { bases: [], databases: [] };
  const totals = groupTotals(z.array(sumRow).parse(rows), fineness);
  return { bases, databases, entries: totals.map((total) => entryOf(total, { bases, databases })) };
}

function entryOf(total: Total, ways: { bases: string[]; databases: string[] }): Entry {
  const { measure, unit, validated, preliminary } = total;
  const at = unit.lastIndexOf(":");
  const seized = measure === "seizures" && at > 0;
  const waits = validated.form === "missing";
  return {
    source: "counted",
    measure,
    unit: seized ? unit.slice(at + 1) : unit,
    kind: seized ? unit.slice(0, at) : null,
    valuation: false,
    value: validated.form === "count" ? validated.value : waits ? preliminary : null,
    low: null,
    high: null,
    qualifier: "exact",
    wording: null,
    status: waits ? "preliminary" : "validated",
    hidden: validated.form === "under" || validated.form === "withheld",
    ...(measure === "checks" ? ways : { bases: [], databases: measure === "matches" ? ways.databases : [] }),
  };
}
