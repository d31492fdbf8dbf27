import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findSession } from "../queries/find-session.ts";
import { latestToday } from "../rules.ts";
import type { RecordEvaluation } from "../schema.ts";
import { entityOf } from "./plan-session.ts";

/** Records a test or the reactions as a mean of so many answers, never one person's; a correction supersedes with a reason. */
export async function recordEvaluation(ctx: Ctx, input: RecordEvaluation): Promise<{ id: string }> {
  const session = await findSession(ctx.db, ctx.scope, input.sessionId);
  if (await isReplay(ctx, input)) {
    auditUnchanged(ctx);
    return { id: input.id };
  }
  if (session.state === "cancelled") throw new DomainError("conflict", "training.cancelled");
  if (session.startsOn > latestToday(ctx.now)) throw new DomainError("conflict", "training.not_begun");
  if (input.mean > input.outOf) throw new DomainError("invalid", "evaluation.above_the_scale");
  if (input.asked !== null && input.asked < input.responses)
    throw new DomainError("invalid", "evaluation.more_than_asked");
  if (input.supersedesId !== null) await supersede(ctx, input, input.supersedesId);
  await ctx.db.trainingEvaluation.createMany({
    data: [
      {
        ...input,
        countryCode: session.countryCode,
        reason: input.supersedesId === null ? null : input.reason,
        recordedById: ctx.actor.id,
        recordedAt: ctx.now,
      },
    ],
  });
  audit(ctx, "training.evaluation_recorded", { ...entityOf(session), fields: [input.kind] });
  return { id: input.id };
}

async function isReplay(ctx: Ctx, input: RecordEvaluation): Promise<boolean> {
  const kept = await ctx.db.trainingEvaluation.findFirst({
    where: { id: input.id },
    select: {
      sessionId: true,
      kind: true,
      mean: true,
      outOf: true,
      responses: true,
      asked: true,
      supersedesId: true,
      recordedById: true,
    },
  });
  if (!kept) return false;
  const { recordedById, mean, ...words } = kept;
  const same =
    recordedById === ctx.actor.id &&
    mean.toNumber() === input.mean &&
    Object.entries(words).every(([name, value]) => value === input[name as keyof typeof words]);
  if (!same) throw new DomainError("unusable", "id.not_usable");
  return true;
}

async function supersede(ctx: Ctx, { sessionId, kind, reason }: RecordEvaluation, id: string): Promise<void> {
  if (reason === null) throw new DomainError("invalid", "attendance.reason_needed");
  const { count } = await ctx.db.trainingEvaluation.updateMany({
    where: { id, sessionId, kind, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  if (count === 0) throw new DomainError("conflict", "attendance.superseded");
}
