import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { instantOf } from "#lib/zone.ts";
import { addDays } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import { cursorOf, readCursor } from "../rules.ts";
import type { EventFilter } from "../schema.ts";

export const EVENTS_A_PAGE = 50;

/**
 * Events for administrators, newest first: who did what to which thing when, with the names of changed fields and never their
 * values. `older` leads to the next page; null at the end.
 */
export async function listEvents(db: Tx, _scope: Scope, filter: EventFilter) {
  const rows = await db.auditEvent.findMany({
    where: { AND: [whereEvents(filter), await whereOlder(db, filter.before)] },
    orderBy: [{ at: "desc" }, { chain: "asc" }, { seq: "desc" }],
    take: EVENTS_A_PAGE + 1,
    select: {
      chain: true,
      seq: true,
      at: true,
      actorId: true,
      action: true,
      entity: true,
      entityId: true,
      operationId: true,
      version: true,
      fields: true,
    },
  });
  const page = rows.slice(0, EVENTS_A_PAGE).map((row) => ({ ...row, seq: Number(row.seq) }));
  const actors = await namesOf(db, page);
  const codenames = await listCodenames(db);
  const last = page.at(-1);
  return {
    rows: page.map(({ actorId, operationId, ...row }) => ({
      ...row,
      actor: actorId === null ? null : (actors.get(actorId) ?? null),
      operation: operationId === null ? null : (codenames.find(({ id }) => id === operationId) ?? null),
    })),
    older: rows.length > EVENTS_A_PAGE && last ? cursorOf(last) : null,
  };
}

function whereEvents({
  chain,
  entity,
  verb,
  operation,
  actor,
  from,
  to,
}: EventFilter): Prisma.AuditEventWhereInput {
  const start = from && instantOf(from, "00:00", "UTC");
  const end = to && instantOf(addDays(to, 1), "00:00", "UTC");
  return {
    ...(chain && { chain }),
    ...(entity && { entity }),
    ...(verb && { action: { endsWith: `.${verb}` } }),
    ...(operation && { operationId: operation }),
    ...(actor && { actorId: actor }),
    ...((start || end) && { at: { ...(start && { gte: start }), ...(end && { lt: end }) } }),
  };
}

/** What comes after one event in this order; its moment is read, so that the address holds chain and number alone. */
async function whereOlder(db: Tx, before: string | undefined): Promise<Prisma.AuditEventWhereInput> {
  if (before === undefined) return {};
  const { chain, seq } = readCursor(before);
  const at = await db.auditEvent.findUnique({ where: { chain_seq: { chain, seq } }, select: { at: true } });
  if (!at) return {};
  return {
    OR: [
      { at: { lt: at.at } },
      { at: at.at, chain: { gt: chain } },
      { at: at.at, chain, seq: { lt: BigInt(seq) } },
    ],
  };
}

async function namesOf(db: Tx, rows: readonly { actorId: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))];
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, kind: true },
  });
  return new Map(people.map((person) => [person.id, person]));
}

const codename = z.strictObject({ id: z.uuid(), codename: z.string(), year: z.int().nullable() });

/** Of operations an administrator reads the codename alone. */
export async function listCodenames(db: Tx) {
  return z
    .array(codename)
    .parse(await db.$queryRaw`SELECT id, codename, year FROM app.operation_codenames()`);
}
