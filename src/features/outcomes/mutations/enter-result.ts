import "server-only";
import { demand } from "#access/scope.ts";
import { receiptOf } from "#features/returns/rules.ts";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { LocalDate } from "#lib/period.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandDayCame } from "../rules.ts";

/** `receipt` is what the officer keeps: the same however often the same thing is sent. */
export type Made = { id: string; receipt: string };
export const madeOf = (id: string): Made => ({ id, receipt: receiptOf(id) });

export type Place = {
  countryCode: string;
  operationId: string;
  borderPointId: string | null;
  localDate: LocalDate;
};

/** Within the reach of the call, of an operation the country takes part in, on a day that has come. */
export async function demandPlace(ctx: Ctx, place: Place): Promise<void> {
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

/** What is new is recorded in operations under way; what was recorded may be corrected later too. */
export async function demandUnderWay(ctx: Ctx, operationId: string): Promise<void> {
  const { state } = await ctx.db.operation.findUniqueOrThrow({
    where: { id: operationId },
    select: { state: true },
  });
  if (state !== "live" && state !== "follow_up")
    throw new DomainError("conflict", "match.operation_not_running");
}

export async function demandPhase(ctx: Ctx, phaseId: string | null, operationId: string): Promise<void> {
  if (phaseId === null) return;
  const phase = await ctx.db.phase.findFirst({ where: { id: phaseId, operationId }, select: { id: true } });
  if (!phase) throw new DomainError("not_found", "not_found");
}

/** When and by whom; everyone records in their own name. */
export const stamp = (ctx: Ctx, { localDate }: { localDate: LocalDate }) => ({
  localDate: columnOf(localDate),
  recordedById: ctx.actor.id,
  recordedAt: ctx.now,
});

export function record(
  ctx: Ctx,
  action: string,
  made: { entity: string; id: string; countryCode: string; operationId: string },
): Made {
  const { entity, id, countryCode: country, operationId } = made;
  audit(ctx, action, { entity, id, country, operationId, version: 1 });
  return madeOf(id);
}

export const PLACED = {
  operationId: true,
  countryCode: true,
  borderPointId: true,
  localDate: true,
  recordedById: true,
} as const;

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

/** The same thing sent twice has the effect of once; anything else under the same id is unusable. */
export function replay<Kept extends { recordedById: string }>(
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
  return madeOf(sent.id);
}
