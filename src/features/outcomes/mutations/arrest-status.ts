import "server-only";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findResult, versionsOf } from "../queries/find-result.ts";
import { listStatuses } from "../queries/get-result.ts";
import type { Fact } from "../queries/result-facts.ts";
import { countsByState, demandDayCame } from "../rules.ts";
import type { RecordStatus, WithdrawStatus } from "../schema/correct.ts";
import { changeResult, demandSeen } from "./change-result.ts";

/** What became of some or all of the arrested: charged, released, convicted, extradited, with its day. */
export async function recordStatus(ctx: Ctx, input: RecordStatus): Promise<{ id: string }> {
  const arrest = await findResult(ctx.db, ctx.scope, { kind: "arrest", id: input.arrestId });
  const sent = await ctx.db.arrestStatus.findFirst({
    where: { id: input.id, arrestId: input.arrestId },
    select: { state: true, count: true, onDate: true, recordedById: true },
  });
  if (sent) return sentBefore(ctx, sent, input);
  demandSeen(arrest, input.version);
  demandDayCame(input.onDate, ctx.now);
  if (input.onDate < arrest.localDate) throw new DomainError("invalid", "arrest.status_before_arrest");
  const earlier = await listStatuses(ctx.db, await versionsOf(ctx.db, { kind: "arrest", id: arrest.id }));
  if ((countsByState(earlier)[input.state] ?? 0) + input.count > arrest.amount)
    throw new DomainError("conflict", "arrest.more_than_arrested");
  // The version of the arrest goes up, so that of two entered at once the second sees the first.
  await changeResult(ctx, "arrest", { found: arrest, data: {} });
  const { id, state, count, arrestId } = input;
  await ctx.db.arrestStatus.createMany({
    data: [
      {
        id,
        arrestId,
        operationId: arrest.operationId,
        countryCode: arrest.countryCode,
        state,
        count,
        onDate: columnOf(input.onDate),
        recordedById: ctx.actor.id,
        recordedAt: ctx.now,
      },
    ],
  });
  return said(ctx, "arrest.status_recorded", { arrest, id });
}

/** A later state that was entered wrongly: it stays readable with the reason. */
export async function withdrawStatus(ctx: Ctx, input: WithdrawStatus): Promise<{ id: string }> {
  const arrest = await findResult(ctx.db, ctx.scope, { kind: "arrest", id: input.arrestId });
  demandSeen(arrest, input.version);
  const ids = await versionsOf(ctx.db, { kind: "arrest", id: arrest.id });
  await changeResult(ctx, "arrest", { found: arrest, data: {} });
  const { count } = await ctx.db.arrestStatus.updateMany({
    where: { id: input.id, arrestId: { in: ids }, withdrawnAt: null },
    data: { withdrawnAt: ctx.now, reason: input.reason },
  });
  if (count === 0) throw new DomainError("not_found", "not_found");
  return said(ctx, "arrest.status_withdrawn", { arrest, id: input.id });
}

function said(ctx: Ctx, action: string, { arrest, id }: { arrest: Fact; id: string }): { id: string } {
  audit(ctx, action, {
    entity: "arrest",
    id: arrest.id,
    country: arrest.countryCode,
    operationId: arrest.operationId,
    version: arrest.version + 1,
  });
  return { id };
}

type Sent = { state: string; count: number; onDate: Date; recordedById: string };

function sentBefore(ctx: Ctx, sent: Sent, input: RecordStatus): { id: string } {
  const same =
    sent.recordedById === ctx.actor.id &&
    sent.state === input.state &&
    sent.count === input.count &&
    sent.onDate.getTime() === columnOf(input.onDate).getTime();
  if (!same) throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return { id: input.id };
}
