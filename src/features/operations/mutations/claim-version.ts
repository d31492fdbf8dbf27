import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Planned } from "../queries/get-plan.ts";
import { keepVersion } from "./keep-version.ts";

export type Revised = { id: string; slug: string; version: number };

/** Takes the version for this change, so that of two at once only one goes on; and keeps the plan that stood. */
export async function claimVersion(ctx: Ctx, standing: Planned, version: number): Promise<void> {
  const { count } = await ctx.db.operation.updateMany({
    where: { id: standing.id, version },
    data: { version: version + 1 },
  });
  if (count === 0 || standing.version !== version)
    throw new DomainError("conflict", "operation.changed_meanwhile");
  const { id, plan } = standing;
  await keepVersion(ctx, { operationId: id, version, plan, reason: null });
}

/** What happened to a plan: its new version and the names of what changed. */
export function auditPlan(
  ctx: Ctx,
  action: string,
  said: { id: string; version: number; fields: string[] },
): void {
  const { id, version, fields } = said;
  audit(ctx, action, { entity: "operation", id, country: null, operationId: id, version, fields });
}
