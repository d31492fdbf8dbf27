import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findPublishedSpan } from "../queries/find-named.ts";
import { getPlan, type Planned } from "../queries/get-plan.ts";
import { missingForLive, nextStates } from "../rules/plan-state.ts";
import { spanOf } from "../rules/plan-shift.ts";
import type { ChangeState, ReviseOperation } from "../schema/plan.ts";
import { checkPlan } from "./check-plan.ts";
import { keepVersion } from "./keep-version.ts";
import { changedParts, headOf, writePlan } from "./write-plan.ts";

type Revised = { id: string; slug: string; version: number };

/** Replaces the plan by another, keeping the one that stood; refused when somebody else changed it meanwhile. */
export async function reviseOperation(ctx: Ctx, input: ReviseOperation): Promise<Revised> {
  const { id, version, plan, reason } = input;
  const standing = await getPlan(ctx.db, ctx.scope, { id });
  const fields = changedParts(standing.plan, plan);
  const { slug } = standing;
  if (fields.length === 0) {
    auditUnchanged(ctx);
    return { id, slug, version: standing.version };
  }
  await claim(ctx, standing, version);
  if (standing.state === "live" && standing.liveReason === null && missingForLive(plan).length > 0)
    throw new DomainError("conflict", "operation.not_ready");
  const countryOf = await checkPlan(ctx, { ...standing, before: standing.plan, after: plan });
  await ctx.db.operation.updateMany({
    where: { id },
    data: {
      ...headOf(plan),
      ...(fields.includes("year") && { yearInferred: false }),
      ...(spanOf(plan) === null && (await findPublishedSpan(ctx.db, ctx.scope, id))),
    },
  });
  await writePlan(ctx, { operationId: id, before: standing.plan, after: plan, countryOf });
  await keepVersion(ctx, { operationId: id, version: version + 1, plan, reason });
  auditPlan(ctx, "operation.revised", { id, version: version + 1, fields });
  return { id, slug, version: version + 1 };
}

/** Takes an operation one step on, and its countries with it but those held back. */
export async function changeState(ctx: Ctx, input: ChangeState): Promise<Revised> {
  const { id, version, to, reason, heldBack } = input;
  const standing = await getPlan(ctx.db, ctx.scope, { id });
  const { slug, state, plan } = standing;
  if (state === to && standing.version === version + 1) {
    auditUnchanged(ctx);
    return { id, slug, version: standing.version };
  }
  await claim(ctx, standing, version);
  if (!nextStates(state).includes(to)) throw new DomainError("conflict", "operation.step_not_possible");
  if (to === "cancelled" && reason === null) throw new DomainError("invalid", "operation.reason_needed");
  const bare = to === "live" && missingForLive(plan).length > 0;
  if (bare && reason === null) throw new DomainError("conflict", "operation.not_ready");
  await ctx.db.operation.updateMany({
    where: { id },
    data: {
      state: to,
      ...(bare && { liveReason: reason }),
      ...(to === "cancelled" && { stateReason: reason }),
    },
  });
  const along = plan.participations.filter(
    (one) => one.state === state && (to === "cancelled" || !heldBack.includes(one.countryCode)),
  );
  await ctx.db.participation.updateMany({
    where: { operationId: id, countryCode: { in: along.map(({ countryCode }) => countryCode) } },
    data: { state: to },
  });
  const after = await getPlan(ctx.db, ctx.scope, { id });
  await keepVersion(ctx, { operationId: id, version: version + 1, plan: after.plan, reason });
  const fields = ["state", ...(along.length > 0 ? ["participations"] : [])];
  auditPlan(ctx, "operation.state_changed", { id, version: version + 1, fields });
  return { id, slug, version: version + 1 };
}

/** Takes the version for this change, so that of two at once only one goes on; and keeps the plan that stood. */
async function claim(ctx: Ctx, standing: Planned, version: number): Promise<void> {
  const { count } = await ctx.db.operation.updateMany({
    where: { id: standing.id, version },
    data: { version: version + 1 },
  });
  if (count === 0 || standing.version !== version)
    throw new DomainError("conflict", "operation.changed_meanwhile");
  const { id, plan } = standing;
  await keepVersion(ctx, { operationId: id, version, plan, reason: null });
}

function auditPlan(ctx: Ctx, action: string, said: { id: string; version: number; fields: string[] }): void {
  const { id, version, fields } = said;
  audit(ctx, action, { entity: "operation", id, country: null, operationId: id, version, fields });
}
