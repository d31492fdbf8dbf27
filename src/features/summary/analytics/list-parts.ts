import "server-only";
import { finenessOf } from "#access/fineness.ts";
import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { suppressCount, type Shown, type Fineness } from "#lib/suppress.ts";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { chooseOperations, totalsOver } from "#features/situation/queries.ts";
import { isGuarded } from "#features/situation/rules.ts";
import type { PartsInput } from "../schema.ts";
import { inChoice } from "./in-choice.ts";

const MOST = 500;
const partRow = z.strictObject({
  operation: z.uuid(),
  country: z.string().nullable(),
  month: z.iso.date().nullable(),
  validated: z.coerce.number().nullable(),
  preliminary: z.coerce.number().nullable(),
});
type Row = z.output<typeof partRow>;

/**
 * What one number is made of: by operation, country and month; for observers by operation alone, suppressed. At most 500 parts,
 * the newest first; `more` says whether there are further ones.
 */
export async function listParts(db: Tx, scope: Scope, { measure, unit, ...filter }: PartsInput) {
  const operations = await chooseOperations(db, scope, filter);
  const fineness = finenessOf(scope.grants);
  const whole = fineness === "operation";
  const named = new Map(operations.map(({ id, slug, codename, year }) => [id, { slug, codename, year }]));
  const found = z.array(partRow).parse(
    await db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT t.operation_id AS operation, ${whole ? Prisma.sql`NULL` : Prisma.sql`t.country_code`} AS country,
             ${whole ? Prisma.sql`NULL` : Prisma.sql`date_trunc('month', t.local_date::timestamp)::date::text`} AS month,
             nullif(sum(t.total) FILTER (WHERE t.validated), 0) AS validated, nullif(sum(t.total) FILTER (WHERE NOT t.validated), 0) AS preliminary
      FROM ${totalsOver(filter)} t
      WHERE t.operation_id = ANY (${operations.map(({ id }) => id)}::uuid[]) AND t.measure = ${measure}::measure AND t.unit = ${unit}
        AND t.total <> 0 AND ${withinSql(scope, "t")} AND ${inChoice(filter, fineness)}
      GROUP BY 1, 2, 3 HAVING sum(t.total) <> 0 ORDER BY 3 DESC, 1, 2 LIMIT ${MOST + 1}`),
  );
  const rows = found.slice(0, MOST);
  const shown = shownOf(rows, unit, fineness);
  return {
    more: found.length > MOST,
    byOperationOnly: whole,
    rows: rows.map(({ operation, country, month, preliminary }, index) => ({
      operation: named.get(operation) ?? null,
      country,
      month,
      validated: shown[index] ?? ({ form: "missing" } as const),
      preliminary: whole ? null : preliminary,
    })),
  };
}

function shownOf(rows: readonly Row[], unit: string, fineness: Fineness): Shown[] {
  if (fineness === "operation" && isGuarded(unit, fineness))
    return rows.map(({ validated }) => suppressCount(validated));
  return rows.map(({ validated }) =>
    validated === null ? { form: "missing" } : { form: "count", value: validated },
  );
}
