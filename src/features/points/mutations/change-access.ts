import "server-only";
import { withinOperations } from "#access/scope.ts";
import { columnOf, dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { localDateOf } from "#lib/zone.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { standing } from "../queries/access-now.ts";
import { findAccess, type FoundAccess } from "../queries/get-access.ts";
import { findOwnPoint } from "../queries/where-points.ts";
import { standsWithout, statusFault } from "../rules/status.ts";
import type { AddAccess, AddStatus, ChangeDatabases, WithdrawStatus } from "../schema.ts";

/** Access of a system at a point with its first dated status. The same sent twice counts once. */
export async function addAccess(ctx: Ctx, input: AddAccess): Promise<{ id: string }> {
  const point = await findOwnPoint(ctx.db, ctx.scope, input.pointId);
  const before = await findAccess(ctx.db, ctx.scope, input.id).catch(() => null);
  if (before) {
    if (!saysTheSame(before, { ...input, pointId: point.id }))
      throw new DomainError("unusable", "id.not_usable");
    return unchanged(ctx, input.id);
  }
  if (point.retiredAt !== null) throw new DomainError("conflict", "point.already_retired");
  const fault = statusFault([], input, localDateOf(ctx.now, point.timeZone));
  if (fault) throw new DomainError("invalid", fault);
  await demandOperation(ctx, input);
  const { id, system, databases, broughtByOperationId, exercise } = input;
  const { countryCode } = point;
  await ctx.db.accessPoint.create({
    data: {
      id,
      borderPointId: point.id,
      countryCode,
      system,
      databases: [...new Set(databases)],
      broughtByOperationId,
      exercise,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  await ctx.db.accessStatus.create({
    data: { ...statusOf(ctx, input, countryCode), accessPointId: id },
    select: { id: true },
  });
  audit(ctx, "access_point.added", { entity: "access_point", id, country: countryCode, version: 1 });
  return { id };
}

/** What access begins with; databases and what brought it may have been changed since. */
function saysTheSame(before: FoundAccess, input: AddAccess): boolean {
  const { pointId, system, exercise, statusId, state, onDate } = input;
  const begun = before.statuses.find(({ id }) => id === statusId);
  return (
    before.borderPointId === pointId &&
    before.system === system &&
    before.exercise === exercise &&
    begun?.state === state &&
    dayOf(begun.onDate) === onDate
  );
}

/** The next dated status of access. */
export async function addStatus(ctx: Ctx, input: AddStatus): Promise<{ id: string }> {
  const access = await findAccess(ctx.db, ctx.scope, input.id);
  const sent = access.statuses.find(({ id }) => id === input.statusId);
  if (sent) {
    if (sent.state !== input.state || dayOf(sent.onDate) !== input.onDate)
      throw new DomainError("unusable", "id.not_usable");
    return unchanged(ctx, input.id);
  }
  demandVersion(access, input.version);
  const history = standing(access.statuses).map((row) => ({ state: row.state, onDate: dayOf(row.onDate) }));
  const fault = statusFault(history, input, localDateOf(ctx.now, access.borderPoint.timeZone));
  if (fault) throw new DomainError("invalid", fault);
  await ctx.db.accessStatus.create({
    data: { ...statusOf(ctx, input, access.countryCode), accessPointId: access.id },
    select: { id: true },
  });
  return bumped(ctx, access, { action: "access_point.status_added", fields: ["state"] });
}

/** A status entered by mistake: it stays with the reason and no longer counts. */
export async function withdrawStatus(ctx: Ctx, input: WithdrawStatus): Promise<{ id: string }> {
  const access = await findAccess(ctx.db, ctx.scope, input.id);
  const status = access.statuses.find(({ id }) => id === input.statusId);
  if (!status) throw new DomainError("not_found", "not_found");
  if (status.withdrawnAt !== null) return unchanged(ctx, access.id);
  demandVersion(access, input.version);
  const history = standing(access.statuses).map((row) => ({ ...row, onDate: dayOf(row.onDate) }));
  if (!standsWithout(history, status.id)) throw new DomainError("conflict", "access.later_first");
  const { count } = await ctx.db.accessStatus.updateMany({
    where: { id: status.id, withdrawnAt: null },
    data: { withdrawnAt: ctx.now, reason: input.reason },
  });
  if (count === 0) throw new DomainError("conflict", "access.changed_meanwhile");
  return bumped(ctx, access, { action: "access_point.status_withdrawn", fields: ["state", "reason"] });
}

/** Which databases are open at an access point, and what brought it. */
export async function changeDatabases(ctx: Ctx, input: ChangeDatabases): Promise<{ id: string }> {
  const access = await findAccess(ctx.db, ctx.scope, input.id);
  const databases = [...new Set(input.databases)].sort();
  const changed = [
    ...(databases.join() === access.databases.toSorted().join() ? [] : ["databases"]),
    ...(input.broughtByOperationId === access.broughtByOperationId ? [] : ["broughtByOperationId"]),
  ];
  if (changed.length === 0) return unchanged(ctx, access.id);
  demandVersion(access, input.version);
  if (changed.includes("broughtByOperationId"))
    await demandOperation(ctx, { ...input, exercise: access.exercise });
  const { broughtByOperationId } = input;
  return bumped(ctx, access, {
    action: "access_point.changed",
    fields: changed,
    data: { databases, broughtByOperationId },
  });
}

type Added = { statusId: string; state: AddStatus["state"]; onDate: string; note: string | null };

function statusOf(ctx: Ctx, { statusId, state, onDate, note }: Added, countryCode: string) {
  return {
    id: statusId,
    countryCode,
    state,
    onDate: columnOf(onDate),
    note,
    recordedById: ctx.actor.id,
    recordedAt: ctx.now,
  };
}

/** An exercise brings no real access, and the other way round. */
async function demandOperation(
  ctx: Ctx,
  { broughtByOperationId, exercise }: { broughtByOperationId: string | null; exercise: boolean },
): Promise<void> {
  if (broughtByOperationId === null) return;
  const operation = await ctx.db.operation.findFirst({
    where: { AND: [withinOperations(ctx.scope), { id: broughtByOperationId, exercise }] },
    select: { id: true },
  });
  if (!operation) throw new DomainError("not_found", "not_found");
}

function demandVersion(access: FoundAccess, seen: number): void {
  if (access.version !== seen) throw new DomainError("conflict", "access.changed_meanwhile");
}

type Bump = {
  action: string;
  fields: string[];
  data?: Partial<Pick<FoundAccess, "databases" | "broughtByOperationId">>;
};

async function bumped(
  ctx: Ctx,
  access: FoundAccess,
  { action, fields, data }: Bump,
): Promise<{ id: string }> {
  const { count } = await ctx.db.accessPoint.updateMany({
    where: { id: access.id, version: access.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "access.changed_meanwhile");
  audit(ctx, action, {
    entity: "access_point",
    id: access.id,
    country: access.countryCode,
    version: access.version + 1,
    fields,
  });
  return { id: access.id };
}

function unchanged(ctx: Ctx, id: string): { id: string } {
  auditUnchanged(ctx);
  return { id };
}
