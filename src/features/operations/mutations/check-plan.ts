import "server-only";
import type { Ctx } from "#server/procedure.ts";
import { DomainError } from "#lib/errors.ts";
import { findHeld } from "../queries/find-held.ts";
import { findParents, findPointCountries } from "../queries/find-named.ts";
import type { Plan } from "../schema/plan.ts";

type Checked = { id: string; exercise: boolean; before: Plan | null; after: Plan };

/** Holds a plan against what else is known: points stand in countries that take part, parents make no circle. */
export async function checkPlan(ctx: Ctx, checked: Checked): Promise<Map<string, string>> {
  const countryOf = await checkPoints(ctx, checked);
  if (checked.after.parentId !== null && checked.after.parentId !== checked.before?.parentId)
    await checkParent(ctx, checked, checked.after.parentId);
  if (checked.before) await checkLeaving(ctx, { ...checked, before: checked.before });
  return countryOf;
}

async function checkPoints(ctx: Ctx, { before, after }: Checked): Promise<Map<string, string>> {
  const countryOf = await findPointCountries(
    ctx.db,
    ctx.scope,
    after.deployments.map(({ borderPointId }) => borderPointId),
  );
  const taking = new Set(after.participations.map(({ countryCode }) => countryCode));
  for (const { id, borderPointId } of after.deployments) {
    const country = countryOf.get(borderPointId);
    if (country === undefined) throw new DomainError("invalid", "operation.point_unknown");
    if (!taking.has(country)) throw new DomainError("invalid", "operation.point_without_country");
    const stood = before?.deployments.find((deployment) => deployment.id === id);
    if (stood && stood.borderPointId !== borderPointId)
      throw new DomainError("invalid", "operation.point_is_fixed");
  }
  return countryOf;
}

async function checkParent(ctx: Ctx, { id, exercise }: Checked, parentId: string): Promise<void> {
  const line = await findParents(ctx.db, ctx.scope, parentId);
  if (line[0]?.exercise !== exercise) throw new DomainError("invalid", "operation.parent_unknown");
  if (line.some((one) => one.id === id)) throw new DomainError("invalid", "operation.parent_in_a_circle");
}

/** What carries results stays; so does the hour at which its days begin. */
async function checkLeaving(ctx: Ctx, { id, before, after }: Checked & { before: Plan }): Promise<void> {
  const stays = new Map(after.deployments.map((deployment) => [deployment.id, deployment]));
  const leaving = before.deployments.filter((deployment) => !stays.has(deployment.id));
  const moved = before.deployments.filter(
    (deployment) =>
      (stays.get(deployment.id)?.dayStartsAt ?? deployment.dayStartsAt) !== deployment.dayStartsAt,
  );
  const phases = new Set(after.phases.map((phase) => phase.id));
  const countries = new Set(after.participations.map(({ countryCode }) => countryCode));
  const held = await findHeld(ctx.db, ctx.scope, {
    operationId: id,
    phases: before.phases.flatMap((phase) => (phases.has(phase.id) ? [] : [phase.id])),
    countries: before.participations.flatMap(({ countryCode }) =>
      countries.has(countryCode) ? [] : [countryCode],
    ),
    deployments: [...leaving, ...moved],
  });
  const fixed = moved.filter((deployment) => held.deployments.includes(deployment.id));
  if (fixed.length > 0) throw new DomainError("conflict", "operation.day_start_is_fixed");
  const { phases: ofPhases, countries: ofCountries, deployments } = held;
  if (ofPhases.length + ofCountries.length + deployments.length > 0)
    throw new DomainError("conflict", "operation.holds_results", {
      values: {
        phases: ofPhases.join(","),
        countries: ofCountries.join(","),
        deployments: deployments.join(","),
      },
    });
}
