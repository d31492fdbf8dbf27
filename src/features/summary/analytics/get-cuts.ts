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
import { listedSql, ofOperationsSql, withinSql } from "#server/within-sql.ts";
import { chooseOperations, totalsOver } from "#features/situation/queries.ts";
import type { TotalFilter } from "#features/situation/schema.ts";
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
const programmeRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  operationIds: z.array(z.uuid()),
});
const cutsRow = z.strictObject({
  cuts: z.array(cutRow),
  programmes: z.array(programmeRow),
  past: z.array(pastRow),
  filed: z.array(filedRow),
});

type Windows = ReturnType<typeof windowsOf>;
type Asked = { filter: TotalFilter; ids: string[]; fineness: Fineness; windows: Windows };

/**
 * The same totals by programme and by country. A country stands beside its own past and nobody else's: two periods of one length.
 * An operation of two programmes is told in both, so programmes are never added up. Observers are told no country (null).
 */
export async function getCuts({ db, scope, now }: Ctx, filter: TotalFilter) {
  const operations = await chooseOperations(db, scope, filter);
  const fineness = finenessOf(scope.grants);
  const windows = windowsOf(filter, dayOf(now));
  const asked = { filter, ids: operations.map(({ id }) => id), fineness, windows };
  const { cuts, programmes, ...read } = await readCuts(db, scope, asked);
  return {
    programmes: programmes.map(({ operationIds, ...programme }) => ({
      ...programme,
      totals: groupTotals(
        sumRows(cuts.filter(({ operation }) => operation !== null && operationIds.includes(operation))),
        fineness,
      ),
    })),
    windows,
    countries: fineness === "operation" ? null : byCountry({ cuts, ...read, fineness }),
  };
}

const sumRows = (rows: readonly CutRow[]): SumRow[] =>
  rows.map(({ country: _, ...row }) => ({ ...row, bucket: null }));

/** Four questions in one statement: the panel waits for them together. */
async function readCuts(db: Tx, scope: Scope, asked: Asked) {
  // Observers are told no country, so nobody asks for one.
  const byCountry = asked.fineness !== "operation";
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${listedSql(cutsOf(scope, asked))} AS cuts, ${listedSql(programmesOf(asked))} AS programmes,
           ${byCountry ? listedSql(pastOf(scope, asked)) : Prisma.sql`'[]'::jsonb`} AS past,
           ${byCountry ? listedSql(filedOf(scope, asked)) : Prisma.sql`'[]'::jsonb`} AS filed`);
  return cutsRow.parse(rows[0]);
}

function cutsOf(scope: Scope, { filter, ids, fineness }: Asked): Prisma.Sql {
  const country = fineness === "operation" ? Prisma.sql`NULL` : Prisma.sql`t.country_code`;
  const ofCountries =
    fineness === "operation" ? Prisma.empty : Prisma.sql`, (t.country_code, t.measure, t.unit, t.validated)`;
  return Prisma.sql`
    SELECT t.operation_id AS operation, ${country} AS country, t.measure::text AS measure, t.unit, t.validated, sum(t.total) AS total
    FROM ${totalsOver(filter)} t
    WHERE ${ofOperationsSql(ids, "t")} AND t.total <> 0 AND ${withinSql(scope, "t")} AND ${inChoice(filter, fineness)}
    GROUP BY GROUPING SETS ((t.operation_id, t.measure, t.unit, t.validated)${ofCountries}) HAVING sum(t.total) <> 0`;
}

/** Programmes of these operations, which are within reach already, by code. */
const programmesOf = ({ ids }: Asked) => Prisma.sql`
  SELECT p.code, p.name, jsonb_agg(o.operation_id) AS "operationIds" FROM operation_programme o JOIN programme p ON p.id = o.programme_id
  WHERE ${ofOperationsSql(ids, "o")} GROUP BY p.code, p.name ORDER BY p.code LIMIT 200`;

const within = ({ from, to }: DateRange) => Prisma.sql`t.local_date BETWEEN ${from}::date AND ${to}::date`;

/** Rows `t` of these operations and countries in either period. */
function inWindows(scope: Scope, { ids, filter, windows }: Asked): Prisma.Sql {
  const country =
    filter.country === undefined ? Prisma.empty : Prisma.sql`AND t.country_code = ${filter.country}`;
  return Prisma.sql`${ofOperationsSql(ids, "t")} AND ${withinSql(scope, "t")} ${country}
    AND ${within({ from: windows.before.from, to: windows.recent.to })}`;
}

function pastOf(scope: Scope, asked: Asked): Prisma.Sql {
  const { recent, before } = asked.windows;
  return Prisma.sql`
    SELECT t.country_code AS country, t.measure::text AS measure, t.unit, t.validated,
           nullif(sum(t.total) FILTER (WHERE ${within(recent)}), 0) AS recent, nullif(sum(t.total) FILTER (WHERE ${within(before)}), 0) AS before
    FROM daily_total t WHERE t.measure IN ('checks', 'matches') AND t.total <> 0 AND ${inWindows(scope, asked)}
    GROUP BY 1, 2, 3, 4 HAVING sum(t.total) <> 0`;
}

function filedOf(scope: Scope, asked: Asked): Prisma.Sql {
  const { recent, before } = asked.windows;
  return Prisma.sql`
    SELECT t.country_code AS country, count(*) FILTER (WHERE ${within(recent)}) AS recent, count(*) FILTER (WHERE ${within(before)}) AS before
    FROM daily_return t WHERE t.superseded_at IS NULL AND ${inWindows(scope, asked)} GROUP BY 1`;
}

type ByCountry = Omit<z.output<typeof cutsRow>, "programmes"> & { fineness: Fineness };

function byCountry({ cuts, past, filed, fineness }: ByCountry) {
  const codes = new Set([...cuts.map((row) => row.country), ...filed.map((row) => row.country)]);
  return [...codes]
    .filter((code) => code !== null)
    .sort()
    .map((code) => ({
      country: code,
      totals: groupTotals(sumRows(cuts.filter((row) => row.country === code)), fineness),
      past: past.filter((row) => row.country === code).map(({ country: _, ...row }) => row),
      returns: filed.find((row) => row.country === code) ?? { recent: 0, before: 0 },
    }));
}
