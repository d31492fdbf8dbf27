import "server-only";
import { finenessOf } from "#access/fineness.ts";
import type { Fineness } from "#lib/suppress.ts";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { DateRange } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Tx } from "#server/db.ts";
import { ofOperationsSql, withinSql } from "#server/within-sql.ts";
import { chooseOperations, totalsOver } from "#features/situation/queries.ts";
import type { TotalFilter } from "#features/situation/schema.ts";
import { listProgrammesOf } from "../queries/list-programmes-of.ts";
import { groupTotals, type SumRow } from "../rules/group-totals.ts";
import { windowsOf } from "../rules/own-past.ts";
import { inChoice } from "./in-choice.ts";

const cutRow = z.strictObject({
  /** One of the two: a sum is of an operation or of a country. */
  operation: z.uuid().nullable(),
  country: z.string().nullable(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.boolean(),
  total: z.coerce.number(),
});
type CutRow = z.output<typeof cutRow>;
type Asked = { filter: TotalFilter; ids: string[]; fineness: Fineness };

/**
 * The same totals by programme and by country. A country stands beside its own past and nobody else's: two periods of one length.
 * An operation of two programmes is told in both, so programmes are never added up. Observers are told no country (null).
 */
export async function getCuts({ db, scope, now }: Ctx, filter: TotalFilter) {
  const operations = await chooseOperations(db, scope, filter);
  const fineness = finenessOf(scope.grants);
  const asked = { filter, ids: operations.map(({ id }) => id), fineness };
  const rows = await cutRows(db, scope, asked);
  const programmes = await listProgrammesOf(db, asked.ids);
  const windows = windowsOf(filter, dayOf(now));
  return {
    programmes: programmes.map(({ operationIds, ...programme }) => ({
      ...programme,
      totals: groupTotals(
        sumRows(rows.filter(({ operation }) => operation !== null && operationIds.includes(operation))),
        fineness,
      ),
    })),
    windows,
    countries: fineness === "operation" ? null : await byCountry(db, scope, { ...asked, rows, windows }),
  };
}

const sumRows = (rows: readonly CutRow[]): SumRow[] =>
  rows.map(({ country: _, ...row }) => ({ ...row, bucket: null }));

async function cutRows(db: Tx, scope: Scope, { filter, ids, fineness }: Asked): Promise<CutRow[]> {
  const country = fineness === "operation" ? Prisma.sql`NULL` : Prisma.sql`t.country_code`;
  const ofCountries =
    fineness === "operation" ? Prisma.empty : Prisma.sql`, (t.country_code, t.measure, t.unit, t.validated)`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.operation_id AS operation, ${country} AS country, t.measure::text AS measure, t.unit, t.validated, sum(t.total) AS total
    FROM ${totalsOver(filter)} t
    WHERE ${ofOperationsSql(ids, "t")} AND t.total <> 0 AND ${withinSql(scope, "t")} AND ${inChoice(filter, fineness)}
    GROUP BY GROUPING SETS ((t.operation_id, t.measure, t.unit, t.validated)${ofCountries}) HAVING sum(t.total) <> 0`);
  return z.array(cutRow).parse(rows);
}

const pastRow = z.strictObject({
  country: z.string(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.boolean(),
  recent: z.coerce.number().nullable(),
  before: z.coerce.number().nullable(),
});
const filedRow = z.strictObject({
  country: z.string(),
  recent: z.coerce.number(),
  before: z.coerce.number(),
});

type Compared = Asked & { rows: readonly CutRow[]; windows: ReturnType<typeof windowsOf> };

async function byCountry(db: Tx, scope: Scope, { rows, ids, filter, windows, fineness }: Compared) {
  const country =
    filter.country === undefined ? Prisma.empty : Prisma.sql`AND t.country_code = ${filter.country}`;
  const within = ({ from, to }: DateRange) => Prisma.sql`t.local_date BETWEEN ${from}::date AND ${to}::date`;
  const here = Prisma.sql`${ofOperationsSql(ids, "t")} AND ${withinSql(scope, "t")} ${country}
    AND ${within({ from: windows.before.from, to: windows.recent.to })}`;
  const past = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.country_code AS country, t.measure::text AS measure, t.unit, t.validated,
           nullif(sum(t.total) FILTER (WHERE ${within(windows.recent)}), 0) AS recent, nullif(sum(t.total) FILTER (WHERE ${within(windows.before)}), 0) AS before
    FROM daily_total t WHERE t.measure IN ('checks', 'matches') AND t.total <> 0 AND ${here} GROUP BY 1, 2, 3, 4 HAVING sum(t.total) <> 0`);
  const filed = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.country_code AS country, count(*) FILTER (WHERE ${within(windows.recent)}) AS recent,
           count(*) FILTER (WHERE ${within(windows.before)}) AS before
    FROM daily_return t WHERE t.superseded_at IS NULL AND ${here} GROUP BY 1`);
  const pasts = z.array(pastRow).parse(past);
  const returns = z.array(filedRow).parse(filed);
  const codes = new Set([...rows.map((row) => row.country), ...returns.map((row) => row.country)]);
  return [...codes]
    .filter((code) => code !== null)
    .sort()
    .map((code) => ({
      country: code,
      totals: groupTotals(sumRows(rows.filter((row) => row.country === code)), fineness),
      past: pasts.filter((row) => row.country === code).map(({ country: _, ...row }) => row),
      returns: returns.find((row) => row.country === code) ?? { recent: 0, before: 0 },
    }));
}
