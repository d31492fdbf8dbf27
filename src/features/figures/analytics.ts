import "server-only";
import { z } from "zod";
import { finenessOf } from "#access/fineness.ts";
import { narrowed } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { lastOfMonth, monthOf } from "#lib/period.ts";
import { suppressCount, type Fineness } from "#lib/suppress.ts";
import type { Ctx } from "#server/procedure.ts";
import { withinSql } from "#server/within-sql.ts";
import { demandReadable } from "./queries/find-operation.ts";
import { readTotalUnit } from "./rules.ts";
import type { Total } from "./rules.ts";
import type { FiguresInput } from "./schema.ts";

const amount = z.string().transform(Number);
const row = z.strictObject({
  country: z.string().nullable(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: amount.nullable(),
  preliminary: amount,
  from: z.string(),
  to: z.string(),
});

/**
 * Muster's own totals of an operation by measure and unit, for all countries (country null) and for each, to stand beside what
 * was published. `whole` is false for readers of some countries: their part is not held against a figure of all.
 */
export async function getTotals(
  ctx: Ctx,
  { operationId }: FiguresInput,
): Promise<{ whole: boolean; totals: Total[] }> {
  await demandReadable(ctx.db, ctx.scope, operationId);
  const scope = narrowed(ctx.actor.grants, "total:read");
  if (scope === null) return { whole: false, totals: [] };
  const covers = scope.grants.filter(
    ({ operations }) => operations === "all" || operations.includes(operationId),
  );
  const whole = covers.some(({ countries }) => countries === "all");
  const fineness = finenessOf(covers);
  const observes = fineness === "operation";
  const rows = await ctx.db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.country_code AS country, t.measure::text AS measure, t.unit,
           (sum(t.total) FILTER (WHERE t.validated))::text AS validated,
           coalesce(sum(t.total) FILTER (WHERE NOT t.validated), 0)::text AS preliminary,
           min(t.local_date)::text AS "from", max(t.local_date)::text AS "to"
    FROM daily_total t WHERE t.operation_id = ${operationId}::uuid AND ${withinSql(scope, "t")}
    GROUP BY GROUPING SETS ((t.measure, t.unit), (t.country_code, t.measure, t.unit)) ORDER BY 2, 3, 1 NULLS FIRST`);
  const totals = z
    .array(row)
    .parse(rows)
    .filter(({ country }) => (country === null ? whole : !observes));
  return { whole, totals: totals.flatMap((one) => laidOut(one, fineness)) };
}

/** An observer's small count of people stays out, as everywhere. */
function laidOut({ unit, ...total }: z.output<typeof row>, fineness: Fineness): Total[] {
  const observes = fineness === "operation";
  const counted = unit === "people" || (observes && unit === "cases");
  if (observes && counted && suppressCount(total.validated).form !== "count") return [];
  const preliminary = observes ? 0 : total.preliminary;
  // The day of the first or the last arrest is the day of somebody's arrest.
  const inMonths = counted && fineness !== "exact";
  const days = inMonths ? { from: `${monthOf(total.from)}-01`, to: lastOfMonth(total.to) } : {};
  return [{ ...total, ...days, inMonths, preliminary, ...readTotalUnit(total.measure, unit) }];
}
