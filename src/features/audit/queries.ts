import "server-only";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import type { HistoryFilter } from "./schema.ts";

/**
 * What happened to one thing, newest first, at most 200 events. Rows come through row-level security; who did it is said only
 * as "you" or not, so that history never tells who else has access.
 */
export async function listHistory(db: Tx, _scope: Scope, filter: HistoryFilter & { actorId: string }) {
  const rows = await db.auditEvent.findMany({
    where: filter.entity === "operation" ? { operationId: filter.id } : { entityId: filter.id },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: 200,
    select: { chain: true, seq: true, at: true, action: true, version: true, fields: true, actorId: true },
  });
  return rows.map(({ actorId, seq, ...row }) => ({
    ...row,
    seq: Number(seq),
    mine: actorId === filter.actorId,
  }));
}
