import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { sumShown, suppressNested, type Shown } from "#lib/suppress.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";

const MEASURES = ["matches", "confirmed_matches"] as const;
const caseRow = z.strictObject({
  operation: z.uuid(),
  country: z.string(),
  point: z.uuid(),
  measure: z.enum(MEASURES),
  total: z.coerce.number(),
});
export type ObservedCases = { point: string; measure: (typeof MEASURES)[number]; shown: Shown };

/**
 * Matches by border point for observers: of the whole operation, so that no two periods give one away, and with small counts hidden
 * together with whatever would give them away on the level of point, country or operation.
 */
export async function listObservedCases(
  db: Tx,
  scope: Scope,
  ids: readonly string[],
): Promise<ObservedCases[]> {
  const found = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.operation_id AS operation, t.country_code AS country, t.border_point_id AS point, t.measure::text AS measure, sum(t.total) AS total
    FROM point_month_total t
    WHERE t.operation_id = ANY (${[...ids]}::uuid[]) AND t.measure = ANY (${[...MEASURES]}::measure[]) AND t.validated AND ${withinSql(scope, "t")}
    GROUP BY 1, 2, 3, 4 HAVING sum(t.total) > 0 ORDER BY 1, 2, 3, 4`);
  const rows = z.array(caseRow).parse(found);
  const parts = [
    ...Map.groupBy(rows, ({ operation, measure }) => `${operation}|${measure}`).values(),
  ].flatMap((held) => {
    const countries = [...Map.groupBy(held, ({ country }) => country).values()];
    const { groups } = suppressNested(countries.map((country) => country.map(({ total }) => total)));
    return countries.flatMap((country, at) =>
      country.map(({ point, measure }, index) => ({
        point,
        measure,
        shown: groups[at]?.parts[index] ?? MISSING,
      })),
    );
  });
  return [...Map.groupBy(parts, ({ point, measure }) => `${point}|${measure}`).values()].flatMap((held) =>
    held
      .slice(0, 1)
      .map(({ point, measure }) => ({ point, measure, shown: sumShown(held.map(({ shown }) => shown)) })),
  );
}

const MISSING: Shown = { form: "missing" };
