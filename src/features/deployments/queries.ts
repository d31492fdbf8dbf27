import "server-only";
import { covers, within, type Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { LocalDate } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";

export const deploymentSelect = {
  id: true,
  operationId: true,
  countryCode: true,
  borderPointId: true,
  endsOn: true,
  dayStartsAt: true,
  shifts: true,
  returnsFrom: true,
  returnsTo: true,
  operation: {
    select: {
      slug: true,
      codename: true,
      edition: true,
      year: true,
      exercise: true,
      state: true,
      countingBasis: true,
    },
  },
  participation: { select: { state: true } },
  borderPoint: { select: { name: true, kind: true, timeZone: true } },
} as const;

type Loaded = NonNullable<Awaited<ReturnType<typeof findDeployment>>>;

function findDeployment(db: Tx, id: string) {
  return db.deployment.findUnique({ where: { id }, select: deploymentSelect });
}

const day = (column: Date | null): LocalDate | null => (column === null ? null : dayOf(column));

function laidOut({ operation, participation, borderPoint, ...row }: Loaded) {
  return {
    ...row,
    endsOn: day(row.endsOn),
    returnsFrom: day(row.returnsFrom),
    returnsTo: day(row.returnsTo),
    operation,
    participationState: participation.state,
    point: { id: row.borderPointId, name: borderPoint.name, kind: borderPoint.kind },
    timeZone: borderPoint.timeZone,
  };
}
export type DeploymentRow = ReturnType<typeof laidOut>;

/** One deployment within the reach of this call; `not_found` otherwise. */
export async function getDeployment(db: Tx, scope: Scope, id: string): Promise<DeploymentRow> {
  const row = await findDeployment(db, id);
  if (!row || !covers(scope, { country: row.countryCode, operationId: row.operationId }))
    throw new DomainError("not_found", "not_found");
  return laidOut(row);
}

/** Deployments of operations at work that owe daily returns, within the reach of this call. */
export async function listReportingDeployments(
  db: Tx,
  scope: Scope,
  world: { exercise?: boolean } = {},
): Promise<DeploymentRow[]> {
  const rows = await db.deployment.findMany({
    where: {
      AND: [
        within(scope),
        {
          returnsFrom: { not: null },
          operation: { ...world, state: { in: ["live", "follow_up"] } },
          participation: { state: { notIn: ["draft", "cancelled"] } },
        },
      ],
    },
    orderBy: [{ countryCode: "asc" }, { borderPoint: { name: "asc" } }],
    select: deploymentSelect,
    take: 1000,
  });
  return rows.map(laidOut);
}
