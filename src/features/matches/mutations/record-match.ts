import "server-only";
import { within } from "#access/scope.ts";
import { getDeployment } from "#features/deployments/queries.ts";
import { dayRuleOf, isReporting } from "#features/deployments/rules.ts";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { operationalDayOf } from "#lib/period.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandMoment } from "../rules/decide-step.ts";
import type { RecordMatch } from "../schema.ts";

type Recorded = { id: string; reference: string };

/** Records a hit and issues its reference; sent twice it is recorded once. */
export async function recordMatch(ctx: Ctx, input: RecordMatch): Promise<Recorded> {
  const before = await findSent(ctx, input);
  if (before) return replay(ctx, before);
  const post = await getDeployment(ctx.db, ctx.scope, input.deploymentId);
  if (!isReporting(post.operation.state)) throw new DomainError("conflict", "match.operation_not_running");
  demandMoment(input.detectedAt, { now: ctx.now, after: input.detectedAt });
  const { sameTravellerAs, ...observed } = input;
  const encounterId = sameTravellerAs
    ? await findEncounter(ctx, { matchId: sameTravellerAs, countryCode: post.countryCode })
    : input.id;
  const localDate = operationalDayOf(input.detectedAt, dayRuleOf(post));
  const scope = { operationId: post.operationId, countryCode: post.countryCode };
  const { count } = await ctx.db.match.createMany({
    data: [
      {
        ...observed,
        ...scope,
        borderPointId: post.borderPointId,
        localDate: columnOf(localDate),
        encounterId,
        recordedById: ctx.actor.id,
        recordedAt: ctx.now,
      },
    ],
    skipDuplicates: true,
  });
  const made = await findSent(ctx, input);
  if (made === null) throw new DomainError("unusable", "id.not_usable");
  if (count === 0) return replay(ctx, made);
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

const ALIKE = [
  "database",
  "documentType",
  "issuer",
  "recordStatus",
  "noticeColour",
  "requestingAuthority",
  "channel",
  "finding",
  "interimMeasure",
  "note",
] as const;

/** What stands under this id within reach: the same thing sent before, by the same person; anything else is unusable. */
async function findSent(ctx: Ctx, input: RecordMatch): Promise<Recorded | null> {
  const sent = await ctx.db.match.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: {
      id: true,
      reference: true,
      deploymentId: true,
      detectedAt: true,
      database: true,
      documentType: true,
      issuer: true,
      recordStatus: true,
      noticeColour: true,
      requestingAuthority: true,
      channel: true,
      finding: true,
      interimMeasure: true,
      note: true,
      recordedById: true,
      version: true,
    },
  });
  if (!sent) return null;
  const same =
    sent.recordedById === ctx.actor.id &&
    sent.deploymentId === input.deploymentId &&
    sent.detectedAt.getTime() === input.detectedAt.getTime() &&
    // Details added since are no reason to refuse a late second sending.
    (sent.version > 1 || ALIKE.every((field) => sent[field] === input[field]));
  if (!same) throw new DomainError("unusable", "id.not_usable");
  return { id: sent.id, reference: sent.reference };
}

/** Sent again, also at the same moment by another tab: the effect is that of once. */
function replay(ctx: Ctx, recorded: Recorded): Recorded {
  auditUnchanged(ctx);
  return recorded;
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
