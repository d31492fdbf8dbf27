import "server-only";
import { z } from "zod";
import { withinCountry, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { AccessSystem, Database, Measure, VolumeSource } from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";
import { monthOf } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import { withinSql } from "#server/within-sql.ts";
import { monthsAround, type Turn } from "../rules/legacy.ts";
import type { OnePoint } from "../schema.ts";

const amount = z.string().transform(Number);
const checksRow = z.strictObject({
  month: z.string(),
  unit: z.string(),
  validated: amount.nullable(),
  preliminary: amount,
});
const volumeRow = z.strictObject({
  access: z.uuid(),
  system: z.enum(AccessSystem),
  database: z.enum(Database),
  source: z.enum(VolumeSource),
  month: z.string(),
  count: z.int().nullable(),
});
const turnRow = z.strictObject({
  key: z.string(),
  kind: z.enum(["training", "operation"]),
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/**
 * What is left of it: checks by month at a point from returns, and queries by month as each source counted them, with the
 * trainings that served the point and the operations that were there. Three sources of one month are never summed.
 */
export async function getLegacy({ db, scope, now }: Ctx, { id, exercise }: OnePoint) {
  const point = await db.borderPoint.findFirst({
    where: { AND: [{ id }, withinCountry(scope)] },
    select: { id: true },
  });
  if (!point) throw new DomainError("not_found", "not_found");
  const checks = z.array(checksRow).parse(await db.$queryRaw<unknown[]>(checksSql(scope, { id, exercise })));
  const volumes = z.array(volumeRow).parse(
    await db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT a.id AS access, a.system::text AS system, v.database::text AS database, v.source::text AS source,
             to_char(v.month, 'YYYY-MM') AS month, v.count
      FROM access_point a JOIN query_volume v ON v.access_point_id = a.id AND v.superseded_at IS NULL
      WHERE a.border_point_id = ${id}::uuid AND a.exercise = ${exercise} ORDER BY v.month, a.system, v.database, v.source`),
  );
  const turns = z
    .array(turnRow)
    .parse(await db.$queryRaw<unknown[]>(turnsSql({ id, exercise }, now)))
    .flatMap(({ from, to, ...turn }): Turn[] => (from && to ? [{ ...turn, from, to }] : []));
  const known = [...checks, ...volumes].map(({ month }) => month);
  return {
    months: monthsAround(known, turns),
    checks,
    volumes,
    turns,
    present: monthOf(now.toISOString().slice(0, 10)),
  };
}

function checksSql(scope: Scope, { id, exercise }: OnePoint): Prisma.Sql {
  return Prisma.sql`
    SELECT to_char(t.local_date, 'YYYY-MM') AS month, t.unit, (sum(t.total) FILTER (WHERE t.validated))::text AS validated,
           coalesce(sum(t.total) FILTER (WHERE NOT t.validated), 0)::text AS preliminary
    FROM point_total t JOIN operation o ON o.id = t.operation_id AND o.exercise = ${exercise}
    WHERE t.border_point_id = ${id}::uuid AND t.measure = ${Measure.checks}::measure AND ${withinSql(scope, "t")}
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Trainings held for the point, and operations deployed there or that brought its access, with their days. */
function turnsSql({ id, exercise }: OnePoint, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id::text AS key, 'training' AS kind, s.title AS name, s.starts_on::text AS "from", s.ends_on::text AS "to"
    FROM training_point p JOIN training_session s ON s.id = p.session_id LEFT JOIN operation o ON o.id = s.operation_id
    WHERE p.border_point_id = ${id}::uuid AND s.state <> 'cancelled' AND s.ends_on <= ${now}::date AND coalesce(o.exercise, false) = ${exercise}
    UNION
    SELECT o.id::text, 'operation', o.codename, coalesce(d.starts_on, o.starts_on)::text, coalesce(d.ends_on, o.ends_on)::text
    FROM operation o LEFT JOIN deployment d ON d.operation_id = o.id AND d.border_point_id = ${id}::uuid
    WHERE o.exercise = ${exercise} AND coalesce(d.ends_on, o.ends_on) <= ${now}::date
      AND (d.id IS NOT NULL OR o.id IN (SELECT a.brought_by_operation_id FROM access_point a WHERE a.border_point_id = ${id}::uuid AND a.exercise = ${exercise}))
    ORDER BY 4, 1`;
}
