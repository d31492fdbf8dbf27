import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { mayPlan } from "./may-plan.ts";

/** Programmes that have an operation within reach, and the countries of those operations: the choices of the filter. */
export async function listChoices(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const operation = { AND: [withinOperations(scope), { exercise }] };
  const programmes = await db.programme.findMany({
    where: { operations: { some: { operation } } },
    select: { code: true, name: true },
    orderBy: { code: "asc" },
  });
  const countries = await db.participation.findMany({
    where: { operation },
    distinct: ["countryCode"],
    select: { countryCode: true },
    orderBy: { countryCode: "asc" },
  });
  return {
    programmes,
    countries: countries.map(({ countryCode }) => countryCode),
    /** The reader may open a new operation. */
    mayOpen: mayPlan(scope),
  };
}
