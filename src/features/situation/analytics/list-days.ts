import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import type { DateRange } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import { chooseOperations } from "../queries.ts";
import { stretchIn } from "../rules.ts";
import type { DaysInput, TotalFilter } from "../schema.ts";
import { inDays, ofCountry } from "./in-days.ts";
import { inReach } from "./in-reach.ts";
import { listFiled } from "./list-filed.ts";
import { countedAt, PLACE, type Chosen } from "./counted-at.ts";

/** What was counted on each day; null where nothing of that kind was, and empty where it was on none. */
const counts = z.array(z.number().nullable());
const placeRow = z.strictObject({
  /** Id of a border point; or code of a country, for people that no border point is named for. */
  place: z.string(),
  series: z.array(
    z.strictObject({
      measure: z.enum(Measure),
      unit: z.string(),
      /** Days since the first of the stretch, ascending. */
      days: z.array(z.int().min(0)),
      validated: counts,
      preliminary: counts,
    }),
  ),
});
const endsRow = z.strictObject({ first: z.iso.date().nullable(), last: z.iso.date().nullable() });

/**
 * A stretch of days at once, border point by border point and local day by local day, for playing it without asking again. Only what
 * the reader may divide by day: for leadership no people, for observers checks alone.
 */
export async function listDays({ db, scope }: Ctx, { at, ...filter }: DaysInput) {
  const ids = (await chooseOperations(db, scope, filter)).map(({ id }) => id);
  const ends = await db.$queryRaw<unknown[]>(endsSql(scope, { ids, filter }));
  const period = periodOf(filter, endsRow.parse(ends[0]));
  if (period === null) return { period, stretch: null, places: [], filed: [] };
  const stretch = stretchIn(period, at);
  const rows = await db.$queryRaw<{ places: unknown }[]>(placesSql(scope, { ids, filter }, stretch));
  const places = z.array(placeRow).parse(rows[0]?.places ?? []);
  return { period, stretch, places, filed: await listFiled(db, scope, { ids, filter, stretch }) };
}

/** First and last day with a result, from the totals by country: there are far fewer of them. */
function endsSql(scope: Scope, { ids, filter }: Chosen): Prisma.Sql {
  return Prisma.sql`
    SELECT min(t.local_date)::text AS first, max(t.local_date)::text AS last FROM daily_total t
    WHERE t.operation_id = ANY (${[...ids]}::uuid[]) AND ${inReach(scope)} AND ${inDays(filter)} AND ${ofCountry(filter.country)}`;
}

/** One row of JSON: tens of thousands of days would take longer to carry row by row than to count. */
function placesSql(scope: Scope, chosen: Chosen, stretch: DateRange): Prisma.Sql {
  const some = (column: Prisma.Sql) =>
    Prisma.sql`CASE WHEN count(${column}) = 0 THEN '[]' ELSE json_agg(${column} ORDER BY day) END`;
  return Prisma.sql`
    SELECT json_agg(p) AS places FROM (
      SELECT ${PLACE} AS place, json_agg(json_build_object('measure', measure, 'unit', unit, 'days', days, 'validated', validated,
                                                           'preliminary', preliminary) ORDER BY measure, unit) AS series
      FROM (SELECT point, country, measure, unit, json_agg(day ORDER BY day) AS days,
                   ${some(Prisma.sql`validated`)} AS validated, ${some(Prisma.sql`preliminary`)} AS preliminary
            FROM (SELECT point, country, measure, unit, local_date - ${stretch.from}::date AS day,
                         (sum(total) FILTER (WHERE validated))::float8 AS validated, (sum(total) FILTER (WHERE NOT validated))::float8 AS preliminary
                  FROM (${countedAt(scope, chosen, stretch)}) t GROUP BY 1, 2, 3, 4, 5 HAVING sum(total) <> 0) d
            GROUP BY 1, 2, 3, 4) s
      GROUP BY point, country) p`;
}

/** From the first to the last day asked for or counted on. */
function periodOf({ from, to }: TotalFilter, { first, last }: z.output<typeof endsRow>): DateRange | null {
  const begins = from ?? first;
  const ends = to ?? last;
  if (begins === null || ends === null || begins > ends) return null;
  return { from: begins, to: ends };
}
