import "server-only";
import { hashOf } from "#lib/content-hash.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Plan } from "../schema/plan.ts";

type Kept = { operationId: string; version: number; plan: Plan; reason: string | null };

/** Keeps the plan as it stands at a version, with the reason of the change; one that is kept already stays as it is. */
export async function keepVersion(ctx: Ctx, { operationId, version, plan, reason }: Kept): Promise<void> {
  await ctx.db.operationVersion.createMany({
    data: [
      {
        operationId,
        version,
        content: plan,
        contentHash: hashOf(plan),
        recordedAt: ctx.now,
        recordedById: ctx.actor.id,
        reason,
      },
    ],
    skipDuplicates: true,
  });
}
