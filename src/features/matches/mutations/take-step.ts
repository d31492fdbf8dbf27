import "server-only";
import type { Prisma } from "#generated/prisma/client.ts";
import type { StepChannel } from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findMatch, standingOf, type FoundMatch } from "../queries/find-match.ts";
import { decideStep, stepOf, type Action, type Decision } from "../rules/decide-step.ts";

export type Step = { id: string; version: number; eventId: string; at: Date; channel: StepChannel };
type Data = Prisma.MatchUncheckedUpdateManyInput;

/** What goes along with a step: more fields of the match, a reason to keep with it, something to write first. */
export type Along = {
  data?: Data;
  reason?: string | null;
  first?: (match: FoundMatch, decision: Decision) => Promise<Data | void>;
};

/**
 * One dated step of a match: decided by the rules, written with its event, guarded by the version the writer saw.
 * The same step sent twice counts once.
 */
export async function takeStep(
  ctx: Ctx,
  step: Step,
  plan: { action: Action } & Along,
): Promise<{ id: string }> {
  const match = await findMatch(ctx.db, ctx.scope, step.id);
  const sent = match.events.find((event) => event.id === step.eventId);
  if (sent) {
    if (!saysTheSame(sent, step, plan)) throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id: match.id };
  }
  demandVersion(match, step.version);
  const decision = decideStep(standingOf(match), plan.action, { at: step.at, now: ctx.now });
  const { steps, ...change } = decision;
  const more = (await plan.first?.(match, decision)) ?? {};
  await changeMatch(ctx, match, { ...change, ...plan.data, ...more });
  const common = {
    matchId: match.id,
    operationId: match.operationId,
    countryCode: match.countryCode,
    at: step.at,
    channel: step.channel,
    byId: ctx.actor.id,
    recordedAt: ctx.now,
  };
  await ctx.db.matchEvent.createMany({
    data: steps.map((name, nth) => ({
      ...common,
      id: nth === steps.length - 1 ? step.eventId : newId(),
      step: name,
      reason: nth === steps.length - 1 ? (plan.reason ?? null) : null,
    })),
  });
  auditMatch(ctx, match, {
    action: `match.${steps.at(-1)}`,
    fields: Object.keys({ ...change, ...plan.data }),
  });
  return { id: match.id };
}

/** Is the step kept under this id the one that is sent again? Another answer under an old id is never dropped in silence. */
function saysTheSame(
  sent: FoundMatch["events"][number],
  step: Step,
  { action, reason }: { action: Action } & Along,
): boolean {
  return (
    sent.step === stepOf(action) &&
    sent.at.getTime() === step.at.getTime() &&
    sent.reason === (reason ?? null)
  );
}

/** Refuses when someone else changed the match since the writer saw it. */
export function demandVersion(match: { version: number }, seen: number): void {
  if (match.version !== seen) throw new DomainError("conflict", "version.changed");
}

/** Writes the change under the version that was read, so that of two writers at once one is told. */
export async function changeMatch(
  ctx: Ctx,
  match: { id: string; version: number },
  data: Data,
): Promise<void> {
  const { count } = await ctx.db.match.updateMany({
    where: { id: match.id, version: match.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "version.changed");
}

/** Queues the event of a change of this match in its country's chain. */
export function auditMatch(
  ctx: Ctx,
  match: { id: string; countryCode: string; operationId: string; version: number },
  what: { action: string; fields?: string[] },
): void {
  audit(ctx, what.action, {
    entity: "match",
    id: match.id,
    country: match.countryCode,
    operationId: match.operationId,
    version: match.version + 1,
    ...(what.fields ? { fields: what.fields } : {}),
  });
}
