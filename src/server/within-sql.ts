import "server-only";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";

/** `within(scope)` for hot SQL: a condition on `<alias>.country_code` and `<alias>.operation_id`. */
export function withinSql(scope: Scope, alias: string): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`"${alias}"."${name}"`);
  const grants = scope.grants.map((grant) => {
    const country =
      grant.countries === "all"
        ? Prisma.sql`TRUE`
        : Prisma.sql`${column("country_code")} = ANY (${[...grant.countries]})`;
    const operation =
      grant.operations === "all"
        ? Prisma.sql`TRUE`
        : Prisma.sql`${column("operation_id")} = ANY (${[...grant.operations]}::uuid[])`;
    return Prisma.sql`(${country} AND ${operation})`;
  });
  return Prisma.sql`(${Prisma.join(grants, " OR ")})`;
}

/**
 * Rows of these operations, by `<alias>.operation_id`. One alone is named by equality: a plan that is kept takes every list for ten
 * and then reads by day, through all operations.
 */
export function ofOperationsSql(ids: readonly string[], alias: string): Prisma.Sql {
  const column = Prisma.raw(`"${alias}"."operation_id"`);
  return ids.length === 1
    ? Prisma.sql`${column} = ${ids[0]}::uuid`
    : Prisma.sql`${column} = ANY (${[...ids]}::uuid[])`;
}

/** Rows of one question as a JSON array, so that several are answered by one statement. */
export const listedSql = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(jsonb_agg(x), '[]') FROM (${rows}) x)`;
