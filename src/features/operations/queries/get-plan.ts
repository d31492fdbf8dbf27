import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import type { Plan } from "../schema/plan.ts";
import { demandPlanner } from "./may-plan.ts";

const days = { startsOn: true, endsOn: true } as const;
const planSelect = {
  id: true,
  slug: true,
  version: true,
  exercise: true,
  state: true,
  stateReason: true,
  liveReason: true,
  codename: true,
  series: true,
  edition: true,
  year: true,
  objective: true,
  handlingMark: true,
  visibility: true,
  parentId: true,
  countingBasis: true,
  crimeAreas: true,
  retentionOn: true,
  programmes: { select: { programmeId: true, label: true }, orderBy: { programme: { code: "asc" } } },
  phases: {
    select: {
      id: true,
      kind: true,
      label: true,
      ...days,
      note: true,
      countries: { select: { countryCode: true, ...days }, orderBy: { countryCode: "asc" } },
    },
    orderBy: { position: "asc" },
  },
  participations: {
    select: { countryCode: true, role: true, state: true, focalLiaison: true },
    orderBy: { countryCode: "asc" },
  },
  deployments: {
    select: {
      id: true,
      borderPointId: true,
      ...days,
      dayStartsAt: true,
      shifts: true,
      returnsFrom: true,
      returnsTo: true,
    },
    orderBy: [{ countryCode: "asc" }, { borderPoint: { name: "asc" } }, { id: "asc" }],
  },
  organisations: {
    select: { organisationId: true, role: true, note: true },
    orderBy: [{ role: "asc" }, { organisation: { name: "asc" } }],
  },
} as const satisfies Prisma.OperationSelect;

type Loaded = Prisma.OperationGetPayload<{ select: typeof planSelect }>;
const day = (column: Date | null) => (column === null ? null : dayOf(column));
const onDays = <Row extends { startsOn: Date | null; endsOn: Date | null }>(row: Row) => ({
  ...row,
  startsOn: day(row.startsOn),
  endsOn: day(row.endsOn),
});

function laidOut(found: Loaded) {
  const { id, slug, version, exercise, state, stateReason, liveReason, ...stored } = found;
  const plan: Plan = {
    ...stored,
    retentionOn: day(stored.retentionOn),
    phases: stored.phases.map((phase) => ({ ...onDays(phase), countries: phase.countries.map(onDays) })),
    deployments: stored.deployments.map((deployment) => ({
      ...onDays(deployment),
      returnsFrom: day(deployment.returnsFrom),
      returnsTo: day(deployment.returnsTo),
    })),
  };
  return { id, slug, version, exercise, state, stateReason, liveReason, plan };
}
export type Planned = ReturnType<typeof laidOut>;

/** The whole plan of one operation as its form shows it, for those who plan it. */
export async function getPlan(
  db: Tx,
  scope: Scope,
  which: { slug: string } | { id: string },
): Promise<Planned> {
  const found = await db.operation.findFirst({
    where: { AND: [withinOperations(scope), which] },
    select: planSelect,
  });
  if (!found) throw new DomainError("not_found", "not_found");
  demandPlanner(scope, found.id);
  return laidOut(found);
}
