import "server-only";
import { findMatch } from "#features/matches/queries/find-match.ts";
import { demandMoment } from "#features/matches/rules/decide-step.ts";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { operationalDayOf, type LocalDate } from "#lib/period.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import type { RecordOutcome } from "../schema/record.ts";
import { madeOf, record, replay, type Made } from "./enter-result.ts";

/** What came of a match; there may be several, also before the reply and after closing. */
export async function recordOutcome(ctx: Ctx, input: RecordOutcome): Promise<Made> {
  const match = await findMatch(ctx.db, ctx.scope, input.matchId);
  const sent = await ctx.db.outcome.findFirst({
    where: { id: input.id, matchId: match.id },
    select: { kind: true, at: true, recordedById: true },
  });
  if (sent) return replay(ctx, sent, { id: input.id, kind: input.kind, at: input.at });
  if (match.closedReason === "test_record_voided") throw new DomainError("conflict", "match.voided");
  demandMoment(input.at, { now: ctx.now, after: match.detectedAt });
  const common = { matchId: match.id, operationId: match.operationId, countryCode: match.countryCode };
  await ctx.db.outcome.createMany({
    data: [
      {
        id: input.id,
        ...common,
        kind: input.kind,
        at: input.at,
        localDate: columnOf(await dayAt(ctx, match.deploymentId, input.at)),
        recordedById: ctx.actor.id,
        recordedAt: ctx.now,
      },
    ],
  });
  await ctx.db.matchEvent.createMany({
    data: [
      {
        id: input.eventId,
        ...common,
        step: "outcome_recorded",
        at: input.at,
        channel: "muster",
        reason: input.kind,
        byId: ctx.actor.id,
        recordedAt: ctx.now,
      },
    ],
  });
  record(ctx, "outcome.recorded", { entity: "outcome", id: input.id, ...common });
  audit(ctx, "match.outcome_recorded", {
    entity: "match",
    id: match.id,
    country: match.countryCode,
    operationId: match.operationId,
  });
  return madeOf(input.id);
}

/** The operational day of a moment at the border point of a deployment. */
export async function dayAt(ctx: Ctx, deploymentId: string, at: Date): Promise<LocalDate> {
  const { dayStartsAt, borderPoint } = await ctx.db.deployment.findUniqueOrThrow({
    where: { id: deploymentId },
    select: { dayStartsAt: true, borderPoint: { select: { timeZone: true } } },
  });
  return operationalDayOf(at, { zone: borderPoint.timeZone, startsAt: dayStartsAt });
}
