import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findOwnPoint, type OwnPoint } from "../queries/where-points.ts";
import { codeFault } from "../rules/codes.ts";
import type { ReopenPoint, RetirePoint, RevisePoint } from "../schema.ts";
import { demandAnother, facingOf } from "./add-point.ts";
import { changedFields, isMoved, SAID } from "./compare-point.ts";

/** Changes what is said of a point. Of two writers the second is told, and keeps what was typed. */
export async function revisePoint(ctx: Ctx, input: RevisePoint): Promise<{ id: string }> {
  const point = await findOwnPoint(ctx.db, ctx.scope, input.id);
  const { countryCode } = point;
  const fault = codeFault({ countryCode, unlocode: input.unlocode });
  if (fault) throw new DomainError("invalid", fault);
  if ((input.latitude === null) !== (input.longitude === null))
    throw new DomainError("invalid", "point.half_a_place");
  const wanted = { ...input, ...(await facingOf(ctx, { ...input, countryCode })) };
  const changed = changedFields(point, wanted);
  if (changed.length === 0) return unchanged(ctx, input.id);
  demandVersion(point, input.version);
  const { latitude, longitude, iata, unlocode } = input;
  const moved = isMoved(point, input);
  if (moved || iata !== point.iata || unlocode !== point.unlocode)
    await demandAnother(ctx, { ...input, countryCode, except: point.id });
  await change(ctx, point, {
    ...Object.fromEntries(SAID.map((field) => [field, wanted[field]])),
    ...(moved ? { latitude, longitude, coordinateSource: latitude === null ? null : input.placeSource } : {}),
  });
  return audited(ctx, point, { action: "border_point.revised", fields: changed });
}

/** A point that is no longer used: it stays where results name it, and is no longer offered. */
export async function retirePoint(ctx: Ctx, input: RetirePoint): Promise<{ id: string }> {
  const point = await findOwnPoint(ctx.db, ctx.scope, input.id);
  if (point.retiredAt !== null && point.retiredReason === input.reason) return unchanged(ctx, point.id);
  demandVersion(point, input.version);
  if (point.retiredAt !== null) throw new DomainError("conflict", "point.already_retired");
  const running = await ctx.db.deployment.count({
    where: { borderPointId: point.id, operation: { state: { in: ["planned", "live"] } } },
  });
  if (running > 0) throw new DomainError("conflict", "point.still_deployed", { values: { count: running } });
  await change(ctx, point, { retiredAt: ctx.now, retiredReason: input.reason });
  return audited(ctx, point, { action: "border_point.retired", fields: ["retiredAt", "retiredReason"] });
}

/** Back in use. */
export async function reopenPoint(ctx: Ctx, input: ReopenPoint): Promise<{ id: string }> {
  const point = await findOwnPoint(ctx.db, ctx.scope, input.id);
  if (point.retiredAt === null) return unchanged(ctx, point.id);
  demandVersion(point, input.version);
  await change(ctx, point, { retiredAt: null, retiredReason: null });
  return audited(ctx, point, { action: "border_point.reopened", fields: ["retiredAt", "retiredReason"] });
}

function demandVersion(point: OwnPoint, seen: number): void {
  if (point.version !== seen) throw new DomainError("conflict", "point.changed_meanwhile");
}

async function change(
  ctx: Ctx,
  point: OwnPoint,
  data: Parameters<Ctx["db"]["borderPoint"]["updateMany"]>[0]["data"],
): Promise<void> {
  const { count } = await ctx.db.borderPoint.updateMany({
    where: { id: point.id, version: point.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "point.changed_meanwhile");
}

function unchanged(ctx: Ctx, id: string): { id: string } {
  auditUnchanged(ctx);
  return { id };
}

function audited(ctx: Ctx, point: OwnPoint, what: { action: string; fields: string[] }): { id: string } {
  audit(ctx, what.action, {
    entity: "border_point",
    id: point.id,
    country: point.countryCode,
    version: point.version + 1,
    fields: what.fields,
  });
  return { id: point.id };
}
