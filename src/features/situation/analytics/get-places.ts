import "server-only";
import { finenessOf } from "#access/fineness.ts";
import { z } from "zod";
import { covers, narrowed, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import type { Shown, Fineness } from "#lib/suppress.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { chooseOperations, listPoints, listSilentPoints, pointTotalsOver } from "../queries.ts";
import { PEOPLE, type Reporting } from "../rules.ts";
import type { TotalFilter } from "../schema.ts";
import { inDays, ofCountry } from "./in-days.ts";
import { listCountryTotals } from "./list-country-totals.ts";
import { listObservedCases } from "./list-observed-cases.ts";

const pointRow = z.strictObject({
  point: z.uuid(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.coerce.number().nullable(),
  preliminary: z.coerce.number().nullable(),
});
type PointRow = z.output<typeof pointRow>;
type PointTotal = { measure: Measure; unit: string; validated: Shown; preliminary: number | null };

/**
 * Border points of the chosen operations with their figures of the period, and the countries that take part with what no point is
 * named for. `reporting` says what an absent figure means: none, not reported, not divided by point, or outside the reader's reach.
 */
export async function getPlaces({ db, scope, now }: Ctx, filter: TotalFilter) {
  const operations = await chooseOperations(db, scope, filter);
  const ids = operations.map(({ id }) => id);
  const fineness = finenessOf(scope.grants);
  const found = (await pointRows(db, scope, { filter, ids, fineness })).map(({ validated, ...row }) => ({
    ...row,
    validated: exact(validated),
    preliminary: fineness === "operation" ? null : row.preliminary,
  }));
  const cases = fineness === "operation" ? await listObservedCases(db, scope, ids) : [];
  const observed = cases.map(({ shown, ...row }) => ({
    ...row,
    unit: "cases",
    validated: shown,
    preliminary: null,
  }));
  const totals = Map.groupBy([...found, ...observed], ({ point }) => point);
  const { points, countries } = await listPoints(db, { ids, country: filter.country });
  const people = Map.groupBy(
    await listCountryTotals(db, scope, { filter, ids, fineness }),
    ({ country }) => country,
  );
  const empty = points.filter(({ id }) => !totals.has(id)).map(({ id }) => id);
  const filed = await listSilentPoints(db, { ids, points: empty, filter });
  return {
    asOf: now,
    operations: operations.map(({ startsOn: _s, endsOn: _e, ...operation }) => operation),
    countries: countries.map((country) => ({
      ...country,
      totals: (people.get(country.code) ?? []).map(({ country: _c, validated, ...row }) => ({
        ...row,
        validated: exact(validated),
      })),
    })),
    points: points.map(({ expected, reach, ...point }) => ({
      ...point,
      totals: (totals.get(point.id) ?? []).map(({ point: _p, ...total }): PointTotal => total),
      reporting: reportingOf({
        counted: totals.has(point.id) || filed.has(point.id),
        expected,
        reached: reach.some((operationId) => covers(scope, { country: point.countryCode, operationId })),
      }),
    })),
    /** Matches are those of the whole operation, not of the period. */
    matchesOfAll: fineness === "operation",
    /** How people are shown here: by point, by country over whole months, or not at all. */
    people: narrowed(scope.grants, "outcome:read")
      ? ("points" as const)
      : fineness === "operation"
        ? ("none" as const)
        : ("months" as const),
  };
}

type Known = { counted: boolean; expected: boolean; reached: boolean };

function reportingOf({ counted, expected, reached }: Known): Reporting {
  if (counted) return "counted";
  if (!reached) return "outside";
  return expected ? "not_reported" : "not_divided";
}

type Asked = { filter: TotalFilter; ids: string[]; fineness: Fineness };

async function pointRows(db: Tx, scope: Scope, { filter, ids, fineness }: Asked): Promise<PointRow[]> {
  const rows = narrowed(scope.grants, "outcome:read");
  const people =
    rows === null ? Prisma.sql`FALSE` : Prisma.sql`(${inDays(filter)} AND ${withinSql(rows, "t")})`;
  // Matches are not hidden from leadership; observers get theirs from elsewhere.
  const cases = fineness === "operation" ? Prisma.sql`FALSE` : inDays(filter);
  const found = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.border_point_id AS point, t.measure::text AS measure, t.unit,
           sum(t.total) FILTER (WHERE t.validated) AS validated, sum(t.total) FILTER (WHERE NOT t.validated) AS preliminary
    FROM ${pointTotalsOver(filter)} t
    WHERE t.operation_id = ANY (${ids}::uuid[]) AND ${withinSql(scope, "t")} AND ${ofCountry(filter.country)}
      AND CASE WHEN t.measure = 'checks' THEN ${inDays(filter)} WHEN t.measure IN ('matches', 'confirmed_matches') THEN ${cases}
               WHEN t.measure = ANY (${[...PEOPLE]}::measure[]) THEN ${people} ELSE FALSE END
    GROUP BY t.border_point_id, t.measure, t.unit HAVING sum(t.total) <> 0 OR t.measure = 'checks' ORDER BY t.measure, t.unit`);
  return z.array(pointRow).parse(found);
}

const exact = (value: number | null): Shown =>
  value === null ? { form: "missing" } : { form: "count", value };
