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
