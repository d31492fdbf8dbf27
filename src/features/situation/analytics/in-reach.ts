import "server-only";
import { finenessOf } from "#access/fineness.ts";
import { narrowed, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { withinSql } from "#server/within-sql.ts";
import { CASES_AND_CHECKS, PEOPLE } from "../rules.ts";

/**
 * Rows `t` of a total that this reader may see divided by border point: people only where they read the results themselves,
 * matches by day not for observers.
 */
export function inReach(scope: Scope): Prisma.Sql {
  const observes = finenessOf(scope.grants) === "operation";
  const measures = observes ? ["checks"] : CASES_AND_CHECKS;
  const plain = Prisma.sql`(t.measure = ANY (${[...measures]}::measure[]) AND ${withinSql(scope, "t")})`;
  const rows = narrowed(scope.grants, "outcome:read");
  if (rows === null) return plain;
  const own = [...CASES_AND_CHECKS, ...PEOPLE];
  return Prisma.sql`(${plain} OR (t.measure = ANY (${own}::measure[]) AND ${withinSql(rows, "t")}))`;
}
