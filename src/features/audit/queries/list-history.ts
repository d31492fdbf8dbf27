import "server-only";
import type { Ctx } from "#server/procedure.ts";
import type { HistoryFilter } from "../schema.ts";
import { demandHistory, listAccessOf, versionIds } from "./find-readable.ts";

/**
 * What happened to one thing and to the versions before it, to a border point with its access, newest first, at most 200 events.
 * Throws `not_found` where the thing itself is not found; who did it is said only as "you" or not, so that history never tells
 * who else has access.
 */
export async function listHistory(ctx: Ctx, filter: HistoryFilter) {
  await demandHistory(ctx, filter);
  const systems = new Map((await listAccessOf(ctx, filter)).map(({ id, system }) => [id, system]));
  const rows = await ctx.db.auditEvent.findMany({
    where:
      filter.entity === "operation"
        ? { operationId: filter.id }
        : { entityId: { in: [...(await versionIds(ctx, filter)), ...systems.keys()] } },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: 200,
    select: {
      chain: true,
      seq: true,
      at: true,
      entity: true,
      entityId: true,
      action: true,
      version: true,
      fields: true,
      actorId: true,
    },
  });
  return rows.map(({ actorId, entityId, seq, ...row }) => ({
    ...row,
    seq: Number(seq),
    /** Which system, where it is access at a border point. */
    system: systems.get(entityId ?? "") ?? null,
    mine: actorId === ctx.actor.id,
  }));
}
