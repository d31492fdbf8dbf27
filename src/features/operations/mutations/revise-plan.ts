import "server-only";
import { DomainError } from "#lib/errors.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findPublishedSpan } from "../queries/find-named.ts";
import { getPlan } from "../queries/get-plan.ts";
import { missingForLive } from "../rules/plan-state.ts";
import { spanOf } from "../rules/plan-shift.ts";
import type { ReviseOperation } from "../schema/plan.ts";
import { checkPlan } from "./check-plan.ts";
import { auditPlan, claimVersion, type Revised } from "./claim-version.ts";
import { keepVersion } from "./keep-version.ts";
import { changedParts, headOf, writePlan } from "./write-parts.ts";

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
  await claimVersion(ctx, standing, version);
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
