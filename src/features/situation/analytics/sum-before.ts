import "server-only";
import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { Measure } from "#generated/prisma/enums.ts";
import { addDays } from "#lib/period.ts";
import type { Ctx } from "#server/procedure.ts";
import { chooseOperations } from "../queries.ts";
import { partsOf } from "../rules.ts";
import type { BeforeInput } from "../schema.ts";
import { countedAt, PLACE } from "./counted-at.ts";
import { listFiledBefore } from "./list-filed.ts";

const count = z.number().nullable();
const sumRow = z.strictObject({
  place: z.string(),
  measure: z.enum(Measure),
  unit: z.string(),
  validated: count,
  preliminary: count,
});

/** What the days of a choice before one add up to, place by place: where somebody begins to play in the middle. */
export async function sumBefore({ db, scope }: Ctx, { before, ...filter }: BeforeInput) {
  const ids = (await chooseOperations(db, scope, filter)).map(({ id }) => id);
  const span = { from: filter.from, to: addDays(before, -1) };
  const parts = partsOf(span);
  if (parts.length === 0) return { sums: [], filed: [] };
  const counted = parts.map(({ whole, ...part }) =>
    countedAt(scope, { ids, filter }, { ...part, totals: whole ? "months" : "days" }),
  );
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${PLACE} AS place, measure::text AS measure, unit, (sum(total) FILTER (WHERE validated))::float8 AS validated,
           (sum(total) FILTER (WHERE NOT validated))::float8 AS preliminary
    FROM (SELECT point, country, measure, unit, validated, sum(total) AS total
          FROM (${Prisma.join(counted, " UNION ALL ")}) t GROUP BY 1, 2, 3, 4, 5) s
    GROUP BY point, country, s.measure, unit HAVING sum(total) <> 0`);
  return {
    sums: z.array(sumRow).parse(rows),
    filed: await listFiledBefore(db, scope, { ids, filter, span }),
  };
}
