import "server-only";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { monthOf } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findAccess } from "../queries/get-access.ts";
import type { RecordVolume } from "../schema.ts";

/** Queries of one month, database and source. A revision names what it replaces and says why; what stood there stays readable. */
export async function recordVolume(ctx: Ctx, input: RecordVolume): Promise<{ id: string }> {
  const access = await findAccess(ctx.db, ctx.scope, input.accessPointId);
  const { id, database, source, count, supersedesId, reason } = input;
  const month = columnOf(`${input.month}-01`);
  if (input.month > monthOf(localDateOf(ctx.now, access.borderPoint.timeZone)))
    throw new DomainError("invalid", "access.in_the_future");
  const place = { accessPointId: access.id, database, month, source };
  const sent = await ctx.db.queryVolume.findFirst({
    where: { id, accessPointId: access.id },
    select: { count: true, database: true, month: true, source: true },
  });
  if (sent) {
    const same =
      sent.count === count &&
      sent.database === database &&
      sent.source === source &&
      sent.month.getTime() === month.getTime();
    if (!same) throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id };
  }
  const current = await ctx.db.queryVolume.findFirst({
    where: { ...place, supersededAt: null },
    select: { id: true },
  });
  if (current && supersedesId === null) throw new DomainError("conflict", "access.volume_already_recorded");
  if ((current?.id ?? null) !== supersedesId)
    throw new DomainError("conflict", "access.volume_changed_meanwhile");
  if (supersedesId !== null && reason === null) throw new DomainError("invalid", "access.reason_needed");
  if (supersedesId !== null) {
    const { count: replaced } = await ctx.db.queryVolume.updateMany({
      where: { id: supersedesId, supersededAt: null },
      data: { supersededAt: ctx.now },
    });
    if (replaced === 0) throw new DomainError("conflict", "access.volume_changed_meanwhile");
  }
  await ctx.db.queryVolume.create({
    data: {
      id,
      ...place,
      countryCode: access.countryCode,
      count,
      recordedById: ctx.actor.id,
      recordedAt: ctx.now,
      supersedesId,
      reason: supersedesId === null ? null : reason,
    },
    select: { id: true },
  });
  const action = supersedesId === null ? "access_point.volume_recorded" : "access_point.volume_revised";
  audit(ctx, action, {
    entity: "access_point",
    id: access.id,
    country: access.countryCode,
    fields: ["count"],
  });
  return { id };
}
