import "server-only";
import { DomainError } from "#lib/errors.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { getPlan } from "../queries/get-plan.ts";
import { missingForLive, nextStates } from "../rules/plan-state.ts";
import type { ChangeState } from "../schema/plan.ts";
import { auditPlan, claimVersion, type Revised } from "./claim-version.ts";
import { keepVersion } from "./keep-version.ts";

/** Takes an operation one step on, and its countries with it but those held back. */
export async function changeState(ctx: Ctx, input: ChangeState): Promise<Revised> {
  const { id, version, to, reason, heldBack } = input;
  const standing = await getPlan(ctx.db, ctx.scope, { id });
  const { slug, state, plan } = standing;
  if (state === to && standing.version === version + 1) {
    auditUnchanged(ctx);
    return { id, slug, version: standing.version };
  }
  await claimVersion(ctx, standing, version);
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
