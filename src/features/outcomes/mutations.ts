import "server-only";
import { demand, within } from "#access/scope.ts";
import { findMatch } from "#features/matches/queries/find-match.ts";
import { demandMoment } from "#features/matches/rules/decide-step.ts";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { operationalDayOf, type LocalDate } from "#lib/period.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandDayCame } from "./rules.ts";
import type { RecordArrest, RecordOutcome, RecordPeople, RecordSeizure } from "./schema.ts";

type Made = { id: string };

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
  return { id: input.id };
}

/** An arrest, counted once in the operation and country where it was made. */
export async function recordArrest(ctx: Ctx, input: RecordArrest): Promise<Made> {
  await demandPlace(ctx, input);
  const sent = await ctx.db.arrest.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: { ...PLACED, phaseId: true, count: true, offence: true, matchId: true },
  });
  if (sent) return replay(ctx, sent, input);
  if (input.matchId) await findMatch(ctx.db, ctx.scope, input.matchId);
  if (input.phaseId) await demandPhase(ctx, input.phaseId, input.operationId);
  await ctx.db.arrest.createMany({ data: [{ ...input, ...stamp(ctx, input) }] });
  return record(ctx, "arrest.recorded", { entity: "arrest", ...input });
}

/** Counts of victims, migrants and missing persons; never one person's details. */
export async function recordPeople(ctx: Ctx, input: RecordPeople): Promise<Made> {
  await demandPlace(ctx, input);
  const sent = await ctx.db.peopleOutcome.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: { ...PLACED, kind: true, ageGroup: true, sex: true, count: true },
  });
  if (sent) return replay(ctx, sent, input);
  await ctx.db.peopleOutcome.createMany({ data: [{ ...input, ...stamp(ctx, input) }] });
  return record(ctx, "people.recorded", { entity: "people_outcome", ...input });
}

/** A seizure: commodity, quantity and unit, of which only like is ever added to like. */
export async function recordSeizure(ctx: Ctx, input: RecordSeizure): Promise<Made> {
  await demandPlace(ctx, input);
  const sent = await ctx.db.seizure.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: { ...PLACED, commodity: true, quantity: true, unit: true },
  });
  if (sent) return replay(ctx, { ...sent, quantity: Number(sent.quantity) }, input);
  await ctx.db.seizure.createMany({ data: [{ ...input, ...stamp(ctx, input) }] });
  return record(ctx, "seizure.recorded", { entity: "seizure", ...input });
}

type Place = { countryCode: string; operationId: string; borderPointId: string | null; localDate: LocalDate };

/** Within the reach of the call, of an operation the country takes part in, on a day that has come. */
async function demandPlace(ctx: Ctx, place: Place): Promise<void> {
  demand(ctx.scope, { country: place.countryCode, operationId: place.operationId });
  demandDayCame(place.localDate, ctx.now);
  const { borderPointId, countryCode, operationId } = place;
  const found = borderPointId
    ? await ctx.db.deployment.findFirst({
        where: { operationId, borderPointId, countryCode },
        select: { countryCode: true },
      })
    : await ctx.db.participation.findFirst({
        where: { operationId, countryCode },
        select: { countryCode: true },
      });
  if (!found) throw new DomainError("not_found", "not_found");
}

async function demandPhase(ctx: Ctx, phaseId: string, operationId: string): Promise<void> {
  const phase = await ctx.db.phase.findFirst({ where: { id: phaseId, operationId }, select: { id: true } });
  if (!phase) throw new DomainError("not_found", "not_found");
}

async function dayAt(ctx: Ctx, deploymentId: string, at: Date): Promise<LocalDate> {
  const { dayStartsAt, borderPoint } = await ctx.db.deployment.findUniqueOrThrow({
    where: { id: deploymentId },
    select: { dayStartsAt: true, borderPoint: { select: { timeZone: true } } },
  });
  return operationalDayOf(at, { zone: borderPoint.timeZone, startsAt: dayStartsAt });
}

const stamp = (ctx: Ctx, { localDate }: Place) => ({
  localDate: columnOf(localDate),
  recordedById: ctx.actor.id,
  recordedAt: ctx.now,
});

function record(
  ctx: Ctx,
  action: string,
  made: { entity: string; id: string; countryCode: string; operationId: string },
): Made {
  const { entity, id, countryCode: country, operationId } = made;
  audit(ctx, action, { entity, id, country, operationId, version: 1 });
  return { id };
}

const PLACED = {
  operationId: true,
  countryCode: true,
  borderPointId: true,
  localDate: true,
  recordedById: true,
} as const;

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

/** The same thing sent twice has the effect of once; anything else under the same id is unusable. */
function replay<Kept extends { recordedById: string }>(
  ctx: Ctx,
  kept: Kept,
  sent: { id: string } & Record<Exclude<keyof Kept, "recordedById" | "localDate">, unknown> & {
      localDate?: LocalDate;
    },
): Made {
  const { recordedById, ...words } = kept;
  const given: Record<string, unknown> = sent.localDate
    ? { ...sent, localDate: columnOf(sent.localDate) }
    : sent;
  const same = Object.entries(words).every(([field, value]) => plain(value) === plain(given[field]));
  if (recordedById !== ctx.actor.id || !same) throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return { id: sent.id };
}
