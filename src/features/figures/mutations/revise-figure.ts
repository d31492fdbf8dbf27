import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandManaged } from "../queries/find-operation.ts";
import type { ReviseFigure, WithdrawFigure } from "../schema.ts";
import { changedFields, columnsOf, demandBelongs, findFigure } from "./store-figure.ts";

/**
 * A new version of a figure takes the place of the one that was edited: in its question, as figure of record and as the
 * whole of its parts. The earlier version stays readable with the reason. Throws `conflict` when another took it first.
 */
export async function reviseFigure(ctx: Ctx, input: ReviseFigure): Promise<{ id: string }> {
  const { id, supersedesId, reason, ...content } = input;
  const before = await findFigure(ctx, supersedesId);
  const { operationId, figureSetId, position } = before;
  await demandManaged(ctx.db, ctx.scope, operationId);
  if (await isSent(ctx, input)) {
    auditUnchanged(ctx);
    return { id };
  }
  const fields = changedFields(before, content);
  if (fields.length === 0) throw new DomainError("invalid", "figure.nothing_changed");
  await demandBelongs(ctx, content, { operationId, self: supersedesId });
  await supersede(ctx, supersedesId, null);
  await ctx.db.figure.create({
    data: {
      ...columnsOf(content),
      id,
      operationId,
      figureSetId,
      position,
      supersedesId,
      reason,
      enteredById: ctx.actor.id,
      enteredAt: ctx.now,
    },
    select: { id: true },
  });
  await ctx.db.figure.updateMany({
    where: { partOfId: supersedesId, supersededAt: null },
    data: { partOfId: id },
  });
  await followRecord(ctx, { from: supersedesId, to: id, operationId });
  audit(ctx, "figure.revised", { entity: "figure", id, country: null, operationId, fields });
  return { id };
}

type Followed = { from: string; to: string; operationId: string };

/** The figure of record stays of record in its new version. */
async function followRecord(ctx: Ctx, { from, to, operationId }: Followed): Promise<void> {
  const set = await ctx.db.figureSet.findUnique({ where: { recordFigureId: from }, select: { id: true } });
  if (!set) return;
  const { version } = await ctx.db.figureSet.update({
    where: { id: set.id },
    data: { recordFigureId: to, version: { increment: 1 } },
    select: { version: true },
  });
  const fields = ["recordFigureId"];
  audit(ctx, "figure_set.record_revised", {
    entity: "figure_set",
    id: set.id,
    country: null,
    operationId,
    fields,
    version,
  });
}

/** Takes a figure back, with a reason; it stays readable. The figure of record and a whole with parts are decided on first. */
export async function withdrawFigure(ctx: Ctx, { id, reason }: WithdrawFigure): Promise<{ id: string }> {
  const before = await findFigure(ctx, id);
  const { operationId } = before;
  await demandManaged(ctx.db, ctx.scope, operationId);
  const successor = await ctx.db.figure.count({ where: { supersedesId: id } });
  if (before.supersededAt !== null && successor === 0) {
    auditUnchanged(ctx);
    return { id };
  }
  if ((await ctx.db.figureSet.count({ where: { recordFigureId: id } })) > 0)
    throw new DomainError("conflict", "figure.is_of_record");
  if ((await ctx.db.figure.count({ where: { partOfId: id, supersededAt: null } })) > 0)
    throw new DomainError("conflict", "figure.has_parts");
  // A revised figure says why it was revised; both reasons stay readable.
  await supersede(ctx, id, before.reason === null ? reason : `${before.reason} · ${reason}`);
  const fields = ["reason", "supersededAt"];
  audit(ctx, "figure.withdrawn", { entity: "figure", id, country: null, operationId, fields });
  return { id };
}

async function supersede({ db, now }: Ctx, id: string, reason: string | null): Promise<void> {
  const { count } = await db.figure.updateMany({
    where: { id, supersededAt: null },
    data: { supersededAt: now, ...(reason === null ? {} : { reason }) },
  });
  if (count === 0) throw new DomainError("conflict", "figure.changed_meanwhile");
}

/** Whether this very revision stands already: the same sent twice. */
async function isSent(ctx: Ctx, { id, supersedesId, reason, ...content }: ReviseFigure): Promise<boolean> {
  if (!(await ctx.db.figure.findUnique({ where: { id }, select: { id: true } }))) return false;
  const there = await findFigure(ctx, id);
  const same = there.supersedesId === supersedesId && there.mine && there.reason === reason;
  if (!same || changedFields(there, content).length > 0) throw new DomainError("unusable", "id.not_usable");
  return true;
}
