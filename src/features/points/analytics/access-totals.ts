import "server-only";
import { z } from "zod";
import { ownCountriesOf, withinOperations, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { AccessState, VolumeSource } from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";
import { monthOf } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import { accessNowSql } from "../queries/access-now.ts";
import { tellUse, type Use } from "../rules/legacy.ts";
import type { AccessTotalsInput } from "../schema.ts";

export type StateCounts = Record<AccessState | "unstated", number>;
export type LegacyCounts = Record<"asked" | Use, number>;

const stateRow = z.strictObject({
  country: z.string(),
  state: z.enum(AccessState).nullable(),
  access: z.int(),
  points: z.int(),
});
const useRow = z.strictObject({
  access: z.uuid(),
  months: z.int(),
  month: z.string(),
  source: z.enum(VolumeSource).nullable(),
  count: z.int().nullable(),
});

/**
 * Access points by present state, in all and by country; and how many were still used six and twelve months after their
 * operation ended. What nobody can attribute is unknown, never unused; sources are compared, never summed.
 */
export async function getAccessTotals({ db, scope, now }: Ctx, input: AccessTotalsInput) {
  const { operationId } = input;
  if (operationId) await demandOperation(db, scope, input);
  const asOf = input.asOf ?? now.toISOString().slice(0, 10);
  const chosen = chosenAccess(scope, input);
  const rows = z.array(stateRow).parse(
    await db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT a.country_code AS country, n.state::text AS state, count(*)::int AS access, count(DISTINCT a.border_point_id)::int AS points
      FROM (${chosen}) a LEFT JOIN (${accessNowSql(scope, asOf)}) n ON n.access_point_id = a.id
      GROUP BY 1, n.state ORDER BY 1`),
  );
  const points = z.array(z.strictObject({ country: z.string(), points: z.int() })).parse(
    await db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT a.country_code AS country, count(DISTINCT a.border_point_id)::int AS points FROM (${chosen}) a GROUP BY 1 ORDER BY 1`),
  );
  const uses = z.array(useRow).parse(await db.$queryRaw<unknown[]>(legacySql(chosen, { operationId, asOf })));
  return {
    asOf,
    states: countsOf(rows),
    countries: points.map((row) => ({
      ...row,
      states: countsOf(rows.filter(({ country }) => country === row.country)),
    })),
    legacy: {
      six: legacyOf(uses, { months: 6, present: monthOf(asOf) }),
      twelve: legacyOf(uses, { months: 12, present: monthOf(asOf) }),
    },
  };
}

async function demandOperation(db: Ctx["db"], scope: Scope, { operationId, exercise }: AccessTotalsInput) {
  const operation = await db.operation.findFirst({
    where: { AND: [withinOperations(scope), { id: operationId ?? "", exercise }] },
    select: { id: true },
  });
  if (!operation) throw new DomainError("not_found", "not_found");
}

/** Access points of the reader's countries and world: all, or those of one operation. */
function chosenAccess(scope: Scope, { exercise, operationId, country }: AccessTotalsInput): Prisma.Sql {
  const own = ownCountriesOf(scope);
  const conditions = [
    Prisma.sql`x.exercise = ${exercise}`,
    ...(own === "all" ? [] : [Prisma.sql`x.country_code = ANY (${own})`]),
    ...(country ? [Prisma.sql`x.country_code = ${country}`] : []),
    ...(operationId
      ? [
          Prisma.sql`(x.brought_by_operation_id = ${operationId}::uuid OR EXISTS (SELECT FROM deployment d
            WHERE d.border_point_id = x.border_point_id AND d.operation_id = ${operationId}::uuid))`,
        ]
      : []),
  ];
  return Prisma.sql`SELECT x.* FROM access_point x WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** What was counted in the month six and twelve months after the end of an access point's operation: the one asked, that which brought it, or the last one deployed there. */
function legacySql(
  chosen: Prisma.Sql,
  { operationId, asOf }: { operationId: string | undefined; asOf: string },
): Prisma.Sql {
  const operation = operationId
    ? Prisma.sql`${operationId}::uuid`
    : Prisma.sql`coalesce(a.brought_by_operation_id, (SELECT d.operation_id FROM deployment d JOIN operation p ON p.id = d.operation_id
        WHERE d.border_point_id = a.border_point_id AND p.exercise = a.exercise AND p.ends_on < ${asOf}::date ORDER BY p.ends_on DESC, p.id LIMIT 1))`;
  return Prisma.sql`
    SELECT a.id AS access, m.months, to_char(o.ends_on + make_interval(months => m.months), 'YYYY-MM') AS month, v.source::text AS source, v.count
    FROM (${chosen}) a
    JOIN operation o ON o.id = ${operation} AND o.ends_on < ${asOf}::date
    CROSS JOIN (VALUES (6), (12)) AS m (months)
    LEFT JOIN query_volume v ON v.access_point_id = a.id AND v.superseded_at IS NULL
      AND v.month = date_trunc('month', o.ends_on + make_interval(months => m.months))::date`;
}

function countsOf(rows: readonly z.output<typeof stateRow>[]): StateCounts {
  const counts = { unstated: 0 } as StateCounts;
  for (const state of Object.keys(AccessState) as AccessState[]) counts[state] = 0;
  for (const { state, access } of rows) counts[state ?? "unstated"] += access;
  return counts;
}

function legacyOf(
  rows: readonly z.output<typeof useRow>[],
  { months, present }: { months: number; present: string },
): LegacyCounts {
  const counts: LegacyCounts = { asked: 0, used: 0, unused: 0, unknown: 0, notYet: 0 };
  const byAccess = Map.groupBy(
    rows.filter((row) => row.months === months),
    ({ access }) => access,
  );
  for (const found of byAccess.values()) {
    const volumes = found.flatMap(({ source, count }) => (source === null ? [] : [{ source, count }]));
    counts.asked += 1;
    counts[tellUse(volumes, { month: found[0]?.month ?? "", present })] += 1;
  }
  return counts;
}
