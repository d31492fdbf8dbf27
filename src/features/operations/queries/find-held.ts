import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";

export type Leaving = {
  operationId: string;
  phases: readonly string[];
  countries: readonly string[];
  deployments: readonly { id: string; borderPointId: string }[];
};
export type Held = { phases: string[]; countries: string[]; deployments: string[] };

const unique = (keys: readonly (string | null)[]) => [...new Set(keys.filter((key) => key !== null))];

/** What of a plan carries results, training or figures and therefore stays in it. */
export async function findHeld(db: Tx, scope: Scope, leaving: Leaving): Promise<Held> {
  const operation = await db.operation.findFirst({
    where: { AND: [withinOperations(scope), { id: leaving.operationId }] },
    select: { id: true },
  });
  if (!operation) return { phases: [], countries: [], deployments: [] };
  return {
    phases: await heldPhases(db, leaving),
    countries: await heldCountries(db, leaving),
    deployments: await heldDeployments(db, leaving),
  };
}

async function heldPhases(db: Tx, { operationId, phases }: Leaving): Promise<string[]> {
  if (phases.length === 0) return [];
  const where = { operationId, phaseId: { in: [...phases] } };
  const found = [
    ...(await db.arrest.findMany({ where, distinct: ["phaseId"], select: { phaseId: true } })),
    ...(await db.figure.findMany({ where, distinct: ["phaseId"], select: { phaseId: true } })),
  ];
  return unique(found.map(({ phaseId }) => phaseId));
}

async function heldCountries(db: Tx, { operationId, countries }: Leaving): Promise<string[]> {
  if (countries.length === 0) return [];
  const query = {
    where: { operationId, countryCode: { in: [...countries] } },
    distinct: ["countryCode" as const],
    select: { countryCode: true } as const,
  };
  const found = [
    ...(await db.dailyReturn.findMany(query)),
    ...(await db.match.findMany(query)),
    ...(await db.arrest.findMany(query)),
    ...(await db.peopleOutcome.findMany(query)),
    ...(await db.seizure.findMany(query)),
    ...(await db.trainingSession.findMany(query)),
  ];
  return unique(found.map(({ countryCode }) => countryCode));
}

async function heldDeployments(db: Tx, { operationId, deployments }: Leaving): Promise<string[]> {
  if (deployments.length === 0) return [];
  const posts = { deploymentId: { in: deployments.map(({ id }) => id) } };
  const reported = [
    ...(await db.dailyReturn.findMany({
      where: posts,
      distinct: ["deploymentId"],
      select: { deploymentId: true },
    })),
    ...(await db.match.findMany({
      where: posts,
      distinct: ["deploymentId"],
      select: { deploymentId: true },
    })),
  ].map(({ deploymentId }) => deploymentId);
  const points = {
    where: { operationId, borderPointId: { in: deployments.map(({ borderPointId }) => borderPointId) } },
    distinct: ["borderPointId" as const],
    select: { borderPointId: true } as const,
  };
  const named = unique(
    [
      ...(await db.arrest.findMany(points)),
      ...(await db.peopleOutcome.findMany(points)),
      ...(await db.seizure.findMany(points)),
      ...(await db.trainingPoint.findMany({
        where: { session: { operationId }, borderPointId: points.where.borderPointId },
        select: { borderPointId: true },
      })),
    ].map(({ borderPointId }) => borderPointId),
  );
  const standing = deployments.filter(({ borderPointId }) => named.includes(borderPointId));
  return unique([...reported, ...standing.map(({ id }) => id)]);
}
