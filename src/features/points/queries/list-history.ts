import "server-only";
import type { Scope } from "#access/scope.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import type { OnePoint } from "../schema.ts";
import { withinPoints } from "./where-points.ts";

/** What happened to a point and to its access in the reader's world, newest first; who did it is said only of oneself. */
export async function listPointHistory(
  db: Tx,
  scope: Scope,
  { id, exercise, actorId }: OnePoint & { actorId: string },
) {
  const point = await db.borderPoint.findFirst({
    where: { AND: [{ id }, withinPoints(scope)] },
    select: { id: true, accessPoints: { where: { exercise }, select: { id: true, system: true } } },
  });
  if (!point) throw new DomainError("not_found", "not_found");
  const systems = new Map(point.accessPoints.map((access) => [access.id, access.system]));
  const events = await db.auditEvent.findMany({
    where: { entityId: { in: [id, ...systems.keys()] } },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: 100,
    select: { chain: true, seq: true, at: true, action: true, fields: true, entityId: true, actorId: true },
  });
  return events.map(({ chain, seq, actorId: by, entityId, ...event }) => ({
    ...event,
    key: `${chain}${seq}`,
    system: systems.get(entityId ?? "") ?? null,
    mine: by === actorId,
  }));
}
