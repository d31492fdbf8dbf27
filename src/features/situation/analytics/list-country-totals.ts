import "server-only";
import type { Fineness } from "#lib/suppress.ts";
import { z } from "zod";
import { narrowed, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { pointTotalsOver, totalsOver } from "../queries.ts";
import { guardedSpan, PEOPLE } from "../rules.ts";
import type { TotalFilter } from "../schema.ts";
import { inDays, ofCountry } from "./in-days.ts";

const countryRow = z.strictObject({
  country: z.string(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: z.coerce.number().nullable(),
  preliminary: z.coerce.number().nullable(),
});
export type CountryRow = z.output<typeof countryRow>;
type Asked = { filter: TotalFilter; ids: string[]; fineness: Fineness };

/**
 * People by country: for those who read the results what no border point is named for; for leadership all of the country, over
 * whole months; for observers nothing, because they may not divide them by place.
 */
export async function listCountryTotals(
  db: Tx,
  scope: Scope,
  { filter, ids, fineness }: Asked,
): Promise<CountryRow[]> {
  const rows = narrowed(scope.grants, "outcome:read");
  if (rows === null && fineness === "operation") return [];
  const span = rows === null ? guardedSpan(filter, fineness) : filter;
  const chosen = Prisma.sql`t.operation_id = ANY (${ids}::uuid[]) AND t.measure = ANY (${[...PEOPLE]}::measure[])
    AND ${withinSql(rows ?? scope, "t")} AND ${inDays(span)} AND ${ofCountry(filter.country)}`;
  const ofPoints =
    rows === null
      ? Prisma.empty
      : Prisma.sql`UNION ALL SELECT t.country_code, t.measure, t.unit, t.validated, -t.total FROM ${pointTotalsOver(span)} t WHERE ${chosen}`;
  const found = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT country_code AS country, measure::text AS measure, unit,
           nullif(sum(total) FILTER (WHERE validated), 0) AS validated, nullif(sum(total) FILTER (WHERE NOT validated), 0) AS preliminary
    FROM (SELECT t.country_code, t.measure, t.unit, t.validated, t.total FROM ${totalsOver(span)} t WHERE ${chosen} ${ofPoints}) s
    GROUP BY 1, 2, 3 HAVING sum(total) <> 0 ORDER BY 1, 2, 3`);
  return z.array(countryRow).parse(found);
}
