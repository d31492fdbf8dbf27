import "server-only";
import { z } from "zod";
import { narrowed, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { addDays, daysBetween, type LocalDate } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import { withinSql } from "#server/within-sql.ts";
import { chooseOperations } from "../queries.ts";
import { PEOPLE } from "../rules.ts";
import type { TotalFilter } from "../schema.ts";
import { inDays, ofCountry } from "./in-days.ts";
import { inReach } from "./in-reach.ts";

/** The longest period that is played; of a longer one the last days. */
export const MOST_DAYS = 800;

const seriesRow = z.strictObject({
  /** Id of a border point; or code of a country, for people that no border point is named for. */
  place: z.string(),
  measure: z.enum(Measure),
  unit: z.string(),
  /** Days since the first, ascending, and what was counted on each; null where nothing of that kind was. */
  days: z.array(z.int().min(0)),
  validated: z.array(z.coerce.number().nullable()),
  preliminary: z.array(z.coerce.number().nullable()),
});
const endsRow = z.strictObject({ first: z.iso.date().nullable(), last: z.iso.date().nullable() });

/**
 * The whole period at once, border point by border point and local day by local day, for playing it without asking again. Only
 * what the reader may divide by day: for leadership no people, for observers checks alone.
 */
export async function listDays({ db, scope }: Ctx, filter: TotalFilter) {
  const ids = (await chooseOperations(db, scope, filter)).map(({ id }) => id);
  const chosen = Prisma.sql`t.operation_id = ANY (${ids}::uuid[]) AND ${inReach(scope)} AND ${inDays(filter)} AND ${ofCountry(filter.country)}`;
  const ends = await db.$queryRaw<unknown[]>(
    Prisma.sql`SELECT min(t.local_date)::text AS first, max(t.local_date)::text AS last FROM point_total t WHERE ${chosen}`,
  );
  const span = spanOf(filter, endsRow.parse(ends[0]));
  if (span === null) return { from: null, to: null, series: [] };
  const people = peopleApart(scope, ids, filter);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT place, measure::text AS measure, unit, array_agg(day ORDER BY day) AS days,
           array_agg(validated ORDER BY day) AS validated, array_agg(preliminary ORDER BY day) AS preliminary
    FROM (SELECT place, measure, unit, local_date - ${span.from}::date AS day,
                 (sum(total) FILTER (WHERE validated))::float8 AS validated, (sum(total) FILTER (WHERE NOT validated))::float8 AS preliminary
          FROM (SELECT t.border_point_id::text AS place, t.measure, t.unit, t.local_date, t.validated, t.total FROM point_total t WHERE ${chosen} ${people}) t
          WHERE ${inDays(span)} GROUP BY 1, 2, 3, 4 HAVING sum(total) <> 0) s
    GROUP BY place, s.measure, unit`);
  return { ...span, series: z.array(seriesRow).parse(rows) };
}

/** What a country counts of people beyond its border points, for those who read the results themselves. */
function peopleApart(scope: Scope, ids: readonly string[], { country, ...span }: TotalFilter): Prisma.Sql {
  const rows = narrowed(scope.grants, "outcome:read");
  if (rows === null) return Prisma.empty;
  const chosen = Prisma.sql`t.operation_id = ANY (${[...ids]}::uuid[]) AND t.measure = ANY (${[...PEOPLE]}::measure[])
    AND ${withinSql(rows, "t")} AND ${inDays(span)} AND ${ofCountry(country)}`;
  return Prisma.sql`
    UNION ALL SELECT t.country_code, t.measure, t.unit, t.local_date, t.validated, t.total FROM daily_total t WHERE ${chosen}
    UNION ALL SELECT t.country_code, t.measure, t.unit, t.local_date, t.validated, -t.total FROM point_total t WHERE ${chosen}`;
}

/** From the first to the last day asked for or counted on. */
function spanOf(
  { from, to }: TotalFilter,
  { first, last }: z.output<typeof endsRow>,
): { from: LocalDate; to: LocalDate } | null {
  const begins = from ?? first;
  const ends = to ?? last;
  if (begins === null || ends === null || begins > ends) return null;
  return { from: daysBetween(begins, ends) < MOST_DAYS ? begins : addDays(ends, 1 - MOST_DAYS), to: ends };
}
