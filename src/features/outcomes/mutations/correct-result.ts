import "server-only";
import { findMatch } from "#features/matches/queries/find-match.ts";
import { demandMoment } from "#features/matches/rules/decide-step.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Ctx } from "#server/procedure.ts";
import { findResult, versionsOf } from "../queries/find-result.ts";
import { listStatuses } from "../queries/get-result.ts";
import type { Fact } from "../queries/result-facts.ts";
import { mostOfOneState } from "../rules.ts";
import type {
  CorrectArrest,
  CorrectOutcome,
  CorrectPeople,
  CorrectSeizure,
  WithdrawResult,
} from "../schema/correct.ts";
import type { ResultKind } from "../rules.ts";
import { auditResult, changeResult, demandSeen, settleRemarks } from "./change-result.ts";
import { demandPlace, madeOf, replay, stamp, type Made } from "./enter-result.ts";
import { dayAt } from "./record-outcome.ts";
import { demandArrest } from "./record-result.ts";

/** A new version of an arrest, whole and with the reason; the old one stays readable and counts no more. */
export async function correctArrest(ctx: Ctx, input: CorrectArrest): Promise<Made> {
  const old = await findResult(ctx.db, ctx.scope, { kind: "arrest", id: input.supersedesId });
  const { supersedesId, version: _, reason, localDate, ...words } = input;
  const sent = await ctx.db.arrest.findFirst({
    where: { id: input.id, supersedesId },
    select: { ...SENT, borderPointId: true, phaseId: true, count: true, offence: true, matchId: true },
  });
  if (sent) return replay(ctx, sent, input);
  const place = { operationId: old.operationId, countryCode: old.countryCode };
  await demandPlace(ctx, { ...place, ...input });
  await demandArrest(ctx, {
    ...place,
    phaseId: input.phaseId,
    // A match cited before may lie outside what this person reads; citing it again tells nothing new.
    matchId: input.matchId === old.matchId ? null : input.matchId,
  });
  await demandStatusesFit(ctx, old, input);
  const { state } = await ctx.db.arrest.findUniqueOrThrow({ where: { id: old.id }, select: { state: true } });
  return supersede(ctx, "arrest", {
    old,
    input,
    write: () =>
      ctx.db.arrest.createMany({
        data: [{ ...words, ...place, state, supersedesId, reason, ...stamp(ctx, { localDate }) }],
      }),
  });
}

export async function correctPeople(ctx: Ctx, input: CorrectPeople): Promise<Made> {
  const old = await findResult(ctx.db, ctx.scope, { kind: "people", id: input.supersedesId });
  const { supersedesId, version: _, reason, localDate, ...words } = input;
  const sent = await ctx.db.peopleOutcome.findFirst({
    where: { id: input.id, supersedesId },
    select: { ...SENT, borderPointId: true, kind: true, ageGroup: true, sex: true, count: true },
  });
  if (sent) return replay(ctx, sent, input);
  const place = { operationId: old.operationId, countryCode: old.countryCode };
  await demandPlace(ctx, { ...place, ...input });
  return supersede(ctx, "people", {
    old,
    input,
    write: () =>
      ctx.db.peopleOutcome.createMany({
        data: [{ ...words, ...place, supersedesId, reason, ...stamp(ctx, { localDate }) }],
      }),
  });
}

export async function correctSeizure(ctx: Ctx, input: CorrectSeizure): Promise<Made> {
  const old = await findResult(ctx.db, ctx.scope, { kind: "seizure", id: input.supersedesId });
  const { supersedesId, version: _, reason, localDate, ...words } = input;
  const sent = await ctx.db.seizure.findFirst({
    where: { id: input.id, supersedesId },
    select: { ...SENT, borderPointId: true, commodity: true, quantity: true, unit: true },
  });
  if (sent) return replay(ctx, { ...sent, quantity: Number(sent.quantity) }, input);
  const place = { operationId: old.operationId, countryCode: old.countryCode };
  await demandPlace(ctx, { ...place, ...input });
  return supersede(ctx, "seizure", {
    old,
    input,
    write: () =>
      ctx.db.seizure.createMany({
        data: [{ ...words, ...place, supersedesId, reason, ...stamp(ctx, { localDate }) }],
      }),
  });
}

export async function correctOutcome(ctx: Ctx, input: CorrectOutcome): Promise<Made> {
  const old = await findResult(ctx.db, ctx.scope, { kind: "outcome", id: input.supersedesId });
  const match = await findMatch(ctx.db, ctx.scope, old.matchId ?? "");
  const { supersedesId, version: _, reason, ...words } = input;
  const sent = await ctx.db.outcome.findFirst({
    where: { id: input.id, supersedesId },
    select: { kind: true, at: true, reason: true, recordedById: true },
  });
  if (sent) return replay(ctx, sent, input);
  demandMoment(input.at, { now: ctx.now, after: match.detectedAt });
  const localDate = await dayAt(ctx, match.deploymentId, input.at);
  const place = { operationId: old.operationId, countryCode: old.countryCode, matchId: match.id };
  return supersede(ctx, "outcome", {
    old,
    input,
    write: () =>
      ctx.db.outcome.createMany({
        data: [{ ...words, ...place, supersedesId, reason, ...stamp(ctx, { localDate }) }],
      }),
  });
}

/** It never happened or stands elsewhere: it stops counting and stays readable with the reason. */
export async function withdrawResult(ctx: Ctx, input: WithdrawResult): Promise<{ id: string }> {
  const found = await findResult(ctx.db, ctx.scope, input);
  demandSeen(found, input.version);
  // The reason of a correction before stands on the line above.
  const reason = [found.reason, input.reason].filter(Boolean).join("\n");
  await changeResult(ctx, input.kind, { found, data: { supersededAt: ctx.now, reason } });
  await settleRemarks(ctx, found.id);
  auditResult(ctx, input.kind, {
    verb: "withdrawn",
    found,
    id: found.id,
    fields: ["supersededAt", "reason"],
  });
  return { id: found.id };
}

const SENT = { localDate: true, reason: true, recordedById: true } as const;

type Correction = {
  old: Fact;
  input: { id: string; version: number; reason: string };
  write: () => Promise<unknown>;
};

/** Takes the old row out of the totals, if it still is as it was seen, and puts the new one in, in one act. */
async function supersede(ctx: Ctx, kind: ResultKind, { old, input, write }: Correction): Promise<Made> {
  demandSeen(old, input.version);
  await changeResult(ctx, kind, { found: old, data: { supersededAt: ctx.now } });
  await write();
  await settleRemarks(ctx, old.id);
  auditResult(ctx, kind, { verb: "superseded", found: old, id: old.id, version: old.version + 1 });
  auditResult(ctx, kind, { verb: "corrected", found: old, id: input.id, version: 1 });
  return madeOf(input.id);
}

/** What became of the arrested later is about no more people than the corrected arrest has, and happened no earlier. */
async function demandStatusesFit(
  ctx: Ctx,
  old: Fact,
  { count, localDate }: Pick<CorrectArrest, "count" | "localDate">,
): Promise<void> {
  const ids = await versionsOf(ctx.db, { kind: "arrest", id: old.id });
  const statuses = await listStatuses(ctx.db, ids);
  if (statuses.some(({ withdrawnAt, onDate }) => withdrawnAt === null && dayOf(onDate) < localDate))
    throw new DomainError("conflict", "arrest.after_its_statuses");
  const most = mostOfOneState(statuses);
  if (count < most)
    throw new DomainError("conflict", "arrest.fewer_than_statuses", { values: { count: most } });
}
