import "server-only";
import type { Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Tx } from "#server/db.ts";
import type { OneResult } from "../schema/kinds.ts";
import { findResult, readFacts, versionsOf } from "./find-result.ts";
import { shown } from "./list-results.ts";

/** One result with all its versions, what became of the arrested later, and what the reviewer asked. */
export async function getResult(db: Tx, scope: Scope, asked: OneResult & { actorId: string }) {
  const { kind, actorId } = asked;
  const found = await findResult(db, scope, asked);
  const ids = await versionsOf(db, asked);
  const versions = (await readFacts(db, scope, { kind, ids })).map((row) => shown(row, actorId));
  const statuses = kind === "arrest" ? await listStatuses(db, ids) : [];
  const remarks = await db.reviewRemark.findMany({
    where: { resultId: { in: ids } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, text: true, at: true, resolvedAt: true, byId: true, resultId: true },
  });
  return {
    kind,
    ...shown(found, actorId),
    /** The version that replaced this one, if it was corrected. */
    successorId: versions.find(({ supersedesId }) => supersedesId === found.id)?.id ?? null,
    versions,
    statuses: statuses.map(({ recordedById, onDate, ...row }) => ({
      ...row,
      onDate: dayOf(onDate),
      mine: recordedById === actorId,
    })),
    remarks: remarks.map(({ byId, ...row }) => ({ ...row, mine: byId === actorId })),
  };
}
export type ResultDetails = Awaited<ReturnType<typeof getResult>>;

/** Later states over all versions of an arrest, in the order in which they happened. */
export function listStatuses(db: Tx, arrestIds: string[]) {
  return db.arrestStatus.findMany({
    where: { arrestId: { in: arrestIds } },
    orderBy: [{ onDate: "asc" }, { recordedAt: "asc" }],
    select: {
      id: true,
      state: true,
      count: true,
      onDate: true,
      recordedAt: true,
      recordedById: true,
      withdrawnAt: true,
      reason: true,
    },
  });
}
