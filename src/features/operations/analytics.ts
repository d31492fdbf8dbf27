import "server-only";
import { z } from "zod";
import { finenessOf } from "#access/fineness.ts";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";
import { MEASURES } from "#lib/measure.ts";
import { suppressCount, suppressParts } from "#lib/suppress.ts";
import type { Shown } from "#lib/suppress.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import type { OperationIdInput } from "./schema.ts";

const amount = z.string().transform(Number);
const totalRow = z.strictObject({
  country: z.string(),
  measure: z.enum(Measure),
  unit: z.string(),
  /** Null where nothing is validated yet: that is missing, not zero. */
  validated: amount.nullable(),
  preliminary: amount,
});
const dayRow = z.strictObject({
  date: z.string(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: amount,
  preliminary: amount,
});
type TotalRow = z.output<typeof totalRow>;

export type Cell = { country: string; shown: Shown; preliminary: number };
export type ResultTotal = {
  measure: Measure;
  /** Unit of checks, "people", "cases", or "<commodity>:<unit>" of a seizure; only like is added to like. */
  unit: string;
  total: Shown;
  preliminary: number;
  countries: Cell[];
};

/**
 * Totals of an operation from its results, by measure, unit and country, with what is not validated apart; and checks
 * and matches by local day. To readers who only observe, 1 to 4 are "<5" and nothing gives them away.
 */
export async function getResults(db: Tx, scope: Scope, { operationId }: OperationIdInput) {
  const operation = await db.operation.findFirst({
    where: { AND: [withinOperations(scope), { id: operationId }] },
    select: { id: true },
  });
  if (!operation) throw new DomainError("not_found", "not_found");
  const about = scope.grants.filter(
    ({ operations }) => operations === "all" || operations.includes(operationId),
  );
  const observes = finenessOf(about) === "operation";
  const validated = Prisma.sql`sum(t.total) FILTER (WHERE t.validated)`;
  const preliminary = Prisma.sql`coalesce(sum(t.total) FILTER (WHERE NOT t.validated), 0)::text AS preliminary`;
  const here = Prisma.sql`FROM daily_total t WHERE t.operation_id = ${operationId}::uuid AND ${withinSql(scope, "t")}`;
  const totals = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.country_code AS country, t.measure::text AS measure, t.unit, (${validated})::text AS validated, ${preliminary}
    ${here}
    GROUP BY 1, 2, 3 ORDER BY 2, 3, 1`);
  const days = observes
    ? []
    : await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.local_date::text AS date, t.measure::text AS measure, t.unit, coalesce(${validated}, 0)::text AS validated, ${preliminary}
    ${here} AND t.measure IN ('checks', 'matches')
    GROUP BY 1, 2, 3 ORDER BY 1`);
  return {
    totals: groupTotals(z.array(totalRow).parse(totals), observes),
    days: z.array(dayRow).parse(days),
    suppressed: observes,
  };
}

function groupTotals(rows: readonly TotalRow[], suppressed: boolean): ResultTotal[] {
  const groups = Map.groupBy(rows, ({ measure, unit }) => `${measure}|${unit}`);
  const order = ({ measure }: ResultTotal) => MEASURES.indexOf(measure);
  return [...groups.values()]
    .flatMap(([first, ...more]) => (first ? [totalOf([first, ...more], first, suppressed)] : []))
    .toSorted((a, b) => order(a) - order(b));
}

function totalOf(group: readonly TotalRow[], { measure, unit }: TotalRow, suppressed: boolean): ResultTotal {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const validated = group.map((row) => row.validated);
  const known = validated.filter((value) => value !== null);
  const counted = unit === "people" || unit === "cases";
  const exact = (value: number | null): Shown =>
    value === null ? { form: "missing" } : { form: "count", value };
  const all = known.length === 0 ? null : sum(known);
  const shown =
    suppressed && counted
      ? suppressParts(validated)
      : { apart: false, parts: validated.map(exact), total: exact(all) };
  return {
    measure,
    unit,
    // The summary tells an observer this total: where it would give its parts away, the parts are left out.
    total: shown.apart ? suppressCount(all) : shown.total,
    preliminary: suppressed ? 0 : sum(group.map((row) => row.preliminary)),
    countries: (shown.apart ? [] : group).map((row, place) => ({
      country: row.country,
      shown: shown.parts[place] ?? { form: "missing" },
      preliminary: suppressed ? 0 : row.preliminary,
    })),
  };
}
