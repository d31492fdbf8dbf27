import "server-only";
import { narrowed, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { withinSql } from "#server/within-sql.ts";
import { PEOPLE } from "../rules.ts";
import type { TotalFilter } from "../schema.ts";
import { inDays, ofCountry, type Span } from "./in-days.ts";
import { inReach } from "./in-reach.ts";

export type Chosen = { ids: readonly string[]; filter: TotalFilter };

/** Id of the border point, or code of the country, of rows that are grouped by both. */
export const PLACE = Prisma.sql`coalesce(point::text, country)`;

/** Where to read what was counted: by day, or what the same triggers keep of whole months. */
const TOTALS = {
  days: { points: Prisma.sql`point_total`, countries: Prisma.sql`daily_total` },
  months: { points: Prisma.sql`point_month_total`, countries: Prisma.sql`week_total` },
};

/**
 * Rows of what was counted on some days that may be divided by day, each with its place: a border point, or for those who read the
 * results themselves the country of people that no point is named for.
 */
export function countedAt(
  scope: Scope,
  { ids, filter: { country } }: Chosen,
  { totals = "days", ...span }: Span & { totals?: keyof typeof TOTALS },
): Prisma.Sql {
  const { points, countries } = TOTALS[totals];
  const chosen = Prisma.sql`t.operation_id = ANY (${[...ids]}::uuid[]) AND ${inDays(span)} AND ${ofCountry(country)}`;
  const atPoints = Prisma.sql`
    SELECT t.border_point_id AS point, NULL AS country, t.measure, t.unit, t.local_date, t.validated, t.total FROM ${points} t
    WHERE ${chosen} AND ${inReach(scope)}`;
  const rows = narrowed(scope.grants, "outcome:read");
  if (rows === null) return atPoints;
  const people = Prisma.sql`${chosen} AND t.measure = ANY (${[...PEOPLE]}::measure[]) AND ${withinSql(rows, "t")}`;
  return Prisma.sql`${atPoints}
    UNION ALL SELECT NULL, t.country_code, t.measure, t.unit, t.local_date, t.validated, t.total FROM ${countries} t WHERE ${people}
    UNION ALL SELECT NULL, t.country_code, t.measure, t.unit, t.local_date, t.validated, -t.total FROM ${points} t WHERE ${people}`;
}
