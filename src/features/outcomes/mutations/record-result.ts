import "server-only";
import { within } from "#access/scope.ts";
import { findMatch } from "#features/matches/queries/find-match.ts";
import { DomainError } from "#lib/errors.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import type { RecordArrest, RecordPeople, RecordPeopleGroups, RecordSeizure } from "../schema/record.ts";
import {
  demandPhase,
  demandPlace,
  demandUnderWay,
  madeOf,
  PLACED,
  record,
  replay,
  stamp,
  type Made,
} from "./enter-result.ts";

/** An arrest, counted once in the operation and country where it was made. */
export async function recordArrest(ctx: Ctx, input: RecordArrest): Promise<Made> {
  await demandPlace(ctx, input);
  const sent = await ctx.db.arrest.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: { ...PLACED, phaseId: true, count: true, offence: true, matchId: true },
  });
  if (sent) return replay(ctx, sent, input);
  await demandUnderWay(ctx, input.operationId);
  await demandArrest(ctx, input);
  await ctx.db.arrest.createMany({ data: [{ ...input, ...stamp(ctx, input) }] });
  return record(ctx, "arrest.recorded", { entity: "arrest", ...input });
}

/** A match one may read, and a phase of the operation. */
export async function demandArrest(
  ctx: Ctx,
  arrest: { matchId: string | null; phaseId: string | null; operationId: string },
): Promise<void> {
  if (arrest.matchId) await demandMatch(ctx, arrest.matchId, arrest.operationId);
  await demandPhase(ctx, arrest.phaseId, arrest.operationId);
}

/** Of the same world: an exercise never explains a real arrest, nor the other way round. */
async function demandMatch(ctx: Ctx, id: string, operationId: string): Promise<void> {
  const match = await findMatch(ctx.db, ctx.scope, id);
  if (match.operationId === operationId) return;
  const both = await ctx.db.operation.findMany({
    where: { id: { in: [match.operationId, operationId] } },
    select: { exercise: true },
  });
  if (new Set(both.map(({ exercise }) => exercise)).size > 1) throw new DomainError("not_found", "not_found");
}

/** Counts of victims, migrants and missing persons; never one person's details. */
export async function recordPeople(ctx: Ctx, input: RecordPeople): Promise<Made> {
  await demandPlace(ctx, input);
  const sent = await ctx.db.peopleOutcome.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: { ...PLACED, kind: true, ageGroup: true, sex: true, count: true },
  });
  if (sent) return replay(ctx, sent, input);
  await demandUnderWay(ctx, input.operationId);
  await ctx.db.peopleOutcome.createMany({ data: [{ ...input, ...stamp(ctx, input) }] });
  return record(ctx, "people.recorded", { entity: "people_outcome", ...input });
}

/** Several groups of one place and day at once: all or none. */
export async function recordPeopleGroups(ctx: Ctx, input: RecordPeopleGroups): Promise<Made> {
  const { id, groups, ...place } = input;
  const [first] = groups;
  if (!first) throw new DomainError("invalid", "invalid");
  for (const group of groups) await recordPeople(ctx, { ...place, ...group });
  if (ctx.auditQueue.entries.length === 0) auditUnchanged(ctx);
  return { ...madeOf(first.id), id };
}

/** A seizure: commodity, quantity and unit, of which only like is ever added to like. */
export async function recordSeizure(ctx: Ctx, input: RecordSeizure): Promise<Made> {
  await demandPlace(ctx, input);
  const sent = await ctx.db.seizure.findFirst({
    where: { AND: [{ id: input.id }, within(ctx.scope)] },
    select: { ...PLACED, commodity: true, quantity: true, unit: true },
  });
  if (sent) return replay(ctx, { ...sent, quantity: Number(sent.quantity) }, input);
  await demandUnderWay(ctx, input.operationId);
  await ctx.db.seizure.createMany({ data: [{ ...input, ...stamp(ctx, input) }] });
  return record(ctx, "seizure.recorded", { entity: "seizure", ...input });
}
