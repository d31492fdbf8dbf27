import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { mayPlan } from "./may-plan.ts";

/** What a plan chooses from: programmes, organisations, border points, operations of the same world, crime areas in use. */
export async function listPlanChoices(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const programmes = await db.programme.findMany({
    select: { id: true, code: true, name: true },
    orderBy: { code: "asc" },
  });
  const organisations = await db.organisation.findMany({
    select: { id: true, name: true, acronym: true, kind: true, countryCode: true, retiredAt: true },
    orderBy: { name: "asc" },
  });
  const points = await db.borderPoint.findMany({
    select: {
      id: true,
      name: true,
      countryCode: true,
      kind: true,
      iata: true,
      timeZone: true,
      retiredAt: true,
    },
    orderBy: [{ countryCode: "asc" }, { name: "asc" }],
  });
  const operations = await db.operation.findMany({
    where: { AND: [withinOperations(scope), { exercise }] },
    select: { id: true, slug: true, codename: true, edition: true, year: true, crimeAreas: true },
    orderBy: [{ codename: "asc" }, { year: "desc" }],
  });
  return {
    programmes,
    organisations: organisations.map(({ retiredAt, ...one }) => ({ ...one, retired: retiredAt !== null })),
    points: points.map(({ retiredAt, ...one }) => ({ ...one, retired: retiredAt !== null })),
    operations: operations.map(({ crimeAreas: _, ...one }) => one),
    crimeAreas: [...new Set(operations.flatMap(({ crimeAreas }) => crimeAreas))].toSorted(),
    mayOpen: mayPlan(scope),
  };
}
