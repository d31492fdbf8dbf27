import "server-only";
import { within } from "#access/scope.ts";
import { getDeployment } from "#features/deployments/queries.ts";
import { dayRuleOf, isReporting } from "#features/deployments/rules.ts";
import { DomainError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { operationalDayOf } from "#lib/period.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandMoment } from "../rules/decide-step.ts";
import type { RecordMatch } from "../schema.ts";

/** Records a hit and issues its reference; sent twice it is recorded once. */
export async function recordMatch(ctx: Ctx, input: RecordMatch): Promise<{ id: string; reference: string }> {
  const before = await findSent(ctx, input);
  if (before) return before;
  const post = await getDeployment(ctx.db, ctx.scope, input.deploymentId);
  if (!isReporting(post.operation.state)) throw new DomainError("conflict", "match.operation_not_running");
  demandMoment(input.detectedAt, { now: ctx.now, after: input.detectedAt });
  const { sameTravellerAs, ...observed } = input;
  const encounterId = sameTravellerAs
    ? await findEncounter(ctx, { matchId: sameTravellerAs, countryCode: post.countryCode })
    : input.id;
  const localDate = operationalDayOf(input.detectedAt, dayRuleOf(post));
  const scope = { operationId: post.operationId, countryCode: post.countryCode };
  const made = await ctx.db.match.create({
    data: {
      ...observed,
      ...scope,
      borderPointId: post.borderPointId,
      localDate: new Date(localDate),
      encounterId,
      recordedById: ctx.actor.id,
      recordedAt: ctx.now,
    },
    select: { id: true, reference: true },
  });
  await ctx.db.matchEvent.createMany({
    data: [
      {
        id: newId(),
        matchId: made.id,
        ...scope,
        step: "recorded",
        at: ctx.now,
        channel: "muster",
        byId: ctx.actor.id,
        recordedAt: ctx.now,
      },
    ],
  });
  const { countryCode: country, operationId } = scope;
  audit(ctx, "match.recorded", { entity: "match", id: made.id, country, operationId, version: 1 });
  return made;
}

/** The same thing sent before, by the same person; anything else under this id is unusable. */
async function findSent(ctx: Ctx, input: RecordMatch) {
  const sent = await ctx.db.match.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: {
      id: true,
      reference: true,
      deploymentId: true,
      detectedAt: true,
      database: true,
      recordedById: true,
    },
  });
  if (!sent) return null;
  const same =
    sent.recordedById === ctx.actor.id &&
    sent.deploymentId === input.deploymentId &&
    sent.database === input.database &&
    sent.detectedAt.getTime() === input.detectedAt.getTime();
  if (!same) throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return { id: sent.id, reference: sent.reference };
}

/** The encounter of another match of the same country. */
export async function findEncounter(
  ctx: Ctx,
  other: { matchId: string; countryCode: string },
): Promise<string> {
  const match = await ctx.db.match.findFirst({
    where: { AND: [{ id: other.matchId, countryCode: other.countryCode }, within(ctx.scope)] },
    select: { encounterId: true },
  });
  if (!match) throw new DomainError("not_found", "match.traveller_not_found");
  return match.encounterId;
}
