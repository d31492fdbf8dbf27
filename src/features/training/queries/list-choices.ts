import "server-only";
import { within, type Scope } from "#access/scope.ts";
import { tellApart } from "#lib/edition.ts";
import type { Tx } from "#server/db.ts";
import { withinPlan, whereChosen } from "./where-sessions.ts";

const NAMED = { codename: true, edition: true, year: true } as const;

/** Operations and countries that have a session within reach: what the filter offers. */
export async function listTrainingChoices(db: Tx, scope: Scope, world: { exercise: boolean }) {
  const sessions = { AND: [withinPlan(scope), whereChosen(scope, world)] };
  const operations = await db.operation.findMany({
    where: { trainings: { some: sessions } },
    select: { id: true, ...NAMED },
    orderBy: { codename: "asc" },
    take: 500,
  });
  const countries = await db.trainingSession.findMany({
    where: sessions,
    distinct: ["countryCode"],
    select: { countryCode: true },
    orderBy: { countryCode: "asc" },
  });
  const nameOf = tellApart(operations);
  return {
    operations: operations.map((one) => ({ id: one.id, codename: nameOf(one) })),
    countries: countries.map(({ countryCode }) => countryCode),
  };
}

const MOST = 3000;

/** What a session can be planned with: operations one manages with their countries, border points, organisations. */
export async function listPlanChoices(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const participations = await db.participation.findMany({
    where: {
      AND: [
        within(scope),
        { operation: { exercise, state: { notIn: ["closed", "cancelled"] } }, state: { not: "cancelled" } },
      ],
    },
    select: { countryCode: true, operation: { select: { id: true, ...NAMED } } },
    orderBy: [{ operation: { codename: "asc" } }, { countryCode: "asc" }],
    take: MOST,
  });
  const operations = new Map<string, { id: string; codename: string; countries: string[] }>();
  const nameOf = tellApart(participations.map(({ operation }) => operation));
  for (const { countryCode, operation } of participations) {
    const { id } = operation;
    const kept = operations.get(id) ?? { id, codename: nameOf(operation), countries: [] };
    operations.set(id, { ...kept, countries: [...kept.countries, countryCode] });
  }
  const points = await db.borderPoint.findMany({
    where: { retiredAt: null },
    select: { id: true, name: true, countryCode: true },
    orderBy: [{ countryCode: "asc" }, { name: "asc" }],
    take: MOST,
  });
  const organisations = await db.organisation.findMany({
    where: { retiredAt: null },
    select: { id: true, name: true, acronym: true, countryCode: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return { operations: [...operations.values()], points, organisations };
}
