import "server-only";
import { columnOf } from "#lib/calendar-day.ts";
import { canonical } from "#lib/canonical.ts";
import type { Ctx } from "#server/procedure.ts";
import { spanOf } from "../rules/plan-shift.ts";
import type { Plan, PlanDeployment, PlanPhase } from "../schema/plan.ts";

const column = (day: string | null) => (day === null ? null : columnOf(day));
const columns = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) => ({
  startsOn: column(startsOn),
  endsOn: column(endsOn),
});

/** From one plan to another; a new operation has none before. `countryOf` says where each border point stands. */
export type Change = {
  operationId: string;
  before: Plan | null;
  after: Plan;
  countryOf: Map<string, string>;
};

/** The columns of the operation itself that its plan decides. */
export function headOf(plan: Plan) {
  const {
    programmes: _p,
    phases: _h,
    participations: _t,
    deployments: _d,
    organisations: _o,
    ...head
  } = plan;
  const span = spanOf(plan);
  return {
    ...head,
    retentionOn: column(plan.retentionOn),
    ...(span && { startsOn: columnOf(span.from), endsOn: columnOf(span.to) }),
  };
}

/** Which parts of a plan differ, by name. */
export function changedParts(before: Plan, after: Plan): (keyof Plan)[] {
  const parts = Object.keys(after) as (keyof Plan)[];
  return parts.filter((part) => canonical(before[part]) !== canonical(after[part]));
}

/** Writes what lies under the operation: only the parts that differ, and in them only the rows that differ. */
export async function writePlan(ctx: Ctx, change: Change): Promise<void> {
  const { before, after } = change;
  const parts = before === null ? (Object.keys(after) as (keyof Plan)[]) : changedParts(before, after);
  if (parts.includes("programmes")) await writeProgrammes(ctx, change);
  if (parts.includes("organisations")) await writeOrganisations(ctx, change);
  // Countries come before what stands in them, and leave after it.
  if (parts.includes("participations")) await writeParticipations(ctx, change);
  if (parts.includes("phases")) await writePhases(ctx, change);
  if (parts.includes("deployments")) await writeDeployments(ctx, change);
  if (parts.includes("participations")) await removeParticipations(ctx, change);
}

async function writeProgrammes({ db }: Ctx, { operationId, after }: Change): Promise<void> {
  await db.operationProgramme.deleteMany({ where: { operationId } });
  await db.operationProgramme.createMany({
    data: after.programmes.map((programme) => ({ ...programme, operationId })),
  });
}

async function writeOrganisations({ db }: Ctx, { operationId, after }: Change): Promise<void> {
  await db.operationOrganisation.deleteMany({ where: { operationId } });
  await db.operationOrganisation.createMany({
    data: after.organisations.map((organisation) => ({ ...organisation, operationId })),
  });
}

async function writeParticipations({ db }: Ctx, { operationId, before, after }: Change): Promise<void> {
  const { made, changed } = differing(
    before?.participations ?? [],
    after.participations,
    (one) => one.countryCode,
  );
  await db.participation.createMany({ data: made.map((one) => ({ ...one, operationId })) });
  for (const { countryCode, ...data } of changed)
    await db.participation.updateMany({ where: { operationId, countryCode }, data });
}

async function removeParticipations({ db }: Ctx, { operationId, after }: Change): Promise<void> {
  const staying = after.participations.map(({ countryCode }) => countryCode);
  await db.participation.deleteMany({ where: { operationId, countryCode: { notIn: staying } } });
}

async function writePhases({ db }: Ctx, { operationId, before, after }: Change): Promise<void> {
  const staying = after.phases.map(({ id }) => id);
  const leaving = { operationId, phaseId: { notIn: staying } };
  await db.phaseCountry.deleteMany({ where: { operationId } });
  // What was printed about the dates stays with the operation.
  await db.publishedDate.updateMany({ where: leaving, data: { phaseId: null } });
  await db.phase.deleteMany({ where: { operationId, id: { notIn: staying } } });
  const placed = (phases: readonly PlanPhase[]) => phases.map((phase, position) => ({ ...phase, position }));
  const { made, changed } = differing(placed(before?.phases ?? []), placed(after.phases), ({ id }) => id);
  const rowOf = ({ countries: _, ...phase }: (typeof made)[number]) => ({ ...phase, ...columns(phase) });
  await db.phase.createMany({ data: made.map((phase) => ({ ...rowOf(phase), operationId })) });
  for (const { id, ...data } of changed.map(rowOf))
    await db.phase.updateMany({ where: { id, operationId }, data: { ...data, derived: false } });
  await db.phaseCountry.createMany({
    data: after.phases.flatMap(({ id, countries }) =>
      countries.map((own) => ({ ...own, ...columns(own), phaseId: id, operationId })),
    ),
  });
}

async function writeDeployments({ db }: Ctx, change: Change): Promise<void> {
  const { operationId, before, after, countryOf } = change;
  await db.deployment.deleteMany({
    where: { operationId, id: { notIn: after.deployments.map(({ id }) => id) } },
  });
  const { made, changed } = differing(before?.deployments ?? [], after.deployments, ({ id }) => id);
  const rowOf = (deployment: PlanDeployment) => ({
    ...deployment,
    ...columns(deployment),
    returnsFrom: column(deployment.returnsFrom),
    returnsTo: column(deployment.returnsTo),
  });
  await db.deployment.createMany({
    data: made.map((deployment) => ({
      ...rowOf(deployment),
      operationId,
      countryCode: countryOf.get(deployment.borderPointId) ?? "",
    })),
  });
  for (const { id, borderPointId: _, ...data } of changed.map(rowOf))
    await db.deployment.updateMany({ where: { id, operationId }, data });
}

function differing<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string) {
  const known = new Map(before.map((row) => [keyOf(row), canonical(row)]));
  return {
    made: after.filter((row) => !known.has(keyOf(row))),
    changed: after.filter((row) => known.has(keyOf(row)) && known.get(keyOf(row)) !== canonical(row)),
  };
}
