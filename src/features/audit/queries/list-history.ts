import "server-only";
import type { Ctx } from "#server/procedure.ts";
import type { HistoryFilter } from "../schema.ts";
import { demandHistory, versionIds } from "./find-readable.ts";

/**
 * What happened to one thing and to the versions before it, newest first, at most 200 events. Throws `not_found` where the
 * thing itself is not found; who did it is said only as "you" or not, so that history never tells who else has access.
 */
export async function listHistory(ctx: Ctx, filter: HistoryFilter) {
  await demandHistory(ctx, filter);
  const rows = await ctx.db.auditEvent.findMany({
    where:
      filter.entity === "operation"
        ? { operationId: filter.id }
        : { entityId: { in: await versionIds(ctx, filter) } },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: 200,
    select: {
      chain: true,
      seq: true,
      at: true,
      entity: true,
      action: true,
      version: true,
      fields: true,
      actorId: true,
    },
  });
  return rows.map(({ actorId, seq, ...row }) => ({
    ...row,
    seq: Number(seq),
    mine: actorId === ctx.actor.id,
  }));
}
