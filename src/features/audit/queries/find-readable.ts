import "server-only";
import { narrowed, within, withinCountry, withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Permission } from "#access/permissions.ts";
import { withinPoints } from "#features/points/queries/where-points.ts";
import { withinPlan } from "#features/training/queries/where-sessions.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import type { Ctx } from "#server/procedure.ts";
import type { History } from "../rules.ts";
import type { HistoryFilter } from "../schema.ts";

type Counts = (db: Tx, scope: Scope, id: string) => Promise<number>;
type Reach = { permission: Permission; counts: Counts };

const published = (scope: Scope) => ({ operation: withinOperations(scope) });

/** With which right each thing is read, and whether it lies within reach: the history of a thing is read as the thing is. */
const REACHES: Record<History, Reach> = {
  operation: {
    permission: "operation:read",
    counts: (db, scope, id) => db.operation.count({ where: { AND: [{ id }, withinOperations(scope)] } }),
  },
  daily_return: {
    permission: "return:read",
    counts: (db, scope, id) => db.dailyReturn.count({ where: { AND: [{ id }, within(scope)] } }),
  },
  match: {
    permission: "match:read",
    counts: (db, scope, id) => db.match.count({ where: { AND: [{ id }, within(scope)] } }),
  },
  outcome: {
    permission: "outcome:read",
    counts: (db, scope, id) => db.outcome.count({ where: { AND: [{ id }, within(scope)] } }),
  },
  arrest: {
    permission: "outcome:read",
    counts: (db, scope, id) => db.arrest.count({ where: { AND: [{ id }, within(scope)] } }),
  },
  people_outcome: {
    permission: "outcome:read",
    counts: (db, scope, id) => db.peopleOutcome.count({ where: { AND: [{ id }, within(scope)] } }),
  },
  seizure: {
    permission: "outcome:read",
    counts: (db, scope, id) => db.seizure.count({ where: { AND: [{ id }, within(scope)] } }),
  },
  training_session: {
    permission: "training:read",
    counts: (db, scope, id) => db.trainingSession.count({ where: { AND: [{ id }, withinPlan(scope)] } }),
  },
  attendance: {
    permission: "training:read",
    counts: (db, scope, id) =>
      db.attendance.count({ where: { AND: [{ id }, { session: withinPlan(scope) }] } }),
  },
  border_point: {
    permission: "point:read",
    counts: (db, scope, id) => db.borderPoint.count({ where: { AND: [{ id }, withinPoints(scope)] } }),
  },
  access_point: { permission: "access:read", counts: countAccessPoints },
  organisation: {
    permission: "organisation:read",
    counts: (db, _scope, id) => db.organisation.count({ where: { id } }),
  },
  programme: {
    permission: "operation:write",
    counts: (db, _scope, id) => db.programme.count({ where: { id } }),
  },
  figure: {
    permission: "figure:read",
    counts: (db, scope, id) => db.figure.count({ where: { AND: [{ id }, published(scope)] } }),
  },
  figure_set: {
    permission: "figure:read",
    counts: (db, scope, id) => db.figureSet.count({ where: { AND: [{ id }, published(scope)] } }),
  },
  source: {
    permission: "figure:read",
    counts: (db, scope, id) => db.source.count({ where: { AND: [{ id }, published(scope)] } }),
  },
};

function countAccessPoints(db: Tx, scope: Scope, id: string): Promise<number> {
  return db.accessPoint.count({ where: { AND: [{ id }, withinCountry(scope)] } });
}

/** The access that a border point was given in one world; none for whoever may not know of it. */
export async function listAccessOf({ actor, db }: Ctx, { entity, id, exercise }: HistoryFilter) {
  const scope = entity === "border_point" ? narrowed(actor.grants, "access:read") : null;
  if (scope === null) return [];
  return db.accessPoint.findMany({
    where: { AND: [{ borderPointId: id, exercise }, withinCountry(scope)] },
    select: { id: true, system: true },
  });
}

/** Throws `not_found` unless the reader may read the thing itself, in a role that reads history. */
export async function demandHistory(
  ctx: Ctx,
  { entity, id }: { entity: History; id: string },
): Promise<void> {
  const { permission, counts } = REACHES[entity];
  const scope = narrowed(ctx.scope.grants, permission);
  if (scope === null || (await counts(ctx.db, scope, id)) === 0)
    throw new DomainError("not_found", "not_found");
}

type Version = { supersedesId: string | null };

/** Ids of all versions up to this one, itself first: a corrected result or revised figure keeps the history it came from. */
export async function versionIds(
  { db }: Ctx,
  { entity, id }: { entity: History; id: string },
): Promise<string[]> {
  const select = { supersedesId: true } as const;
  const find: Partial<Record<History, (id: string) => Promise<Version | null>>> = {
    daily_return: (one) => db.dailyReturn.findUnique({ where: { id: one }, select }),
    outcome: (one) => db.outcome.findUnique({ where: { id: one }, select }),
    arrest: (one) => db.arrest.findUnique({ where: { id: one }, select }),
    people_outcome: (one) => db.peopleOutcome.findUnique({ where: { id: one }, select }),
    seizure: (one) => db.seizure.findUnique({ where: { id: one }, select }),
    attendance: (one) => db.attendance.findUnique({ where: { id: one }, select }),
    figure: (one) => db.figure.findUnique({ where: { id: one }, select }),
  };
  const look = find[entity];
  const ids = [id];
  for (let at: string | null = id; look && at !== null && ids.length < 100;) {
    const row: Version | null = await look(at);
    at = row?.supersedesId ?? null;
    if (at !== null) ids.push(at);
  }
  return ids;
}
