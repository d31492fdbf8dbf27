import "server-only";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { listHeads } from "./get-state.ts";
import { listCodenames } from "./list-events.ts";

/** What the filters of the audit offer: chains, people and operations by codename. */
export async function listEventChoices(db: Tx, _scope: Scope) {
  const heads = await listHeads(db);
  const people = await db.person.findMany({
    select: { id: true, name: true, kind: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 2000,
  });
  return { chains: heads.map(({ chain }) => chain), people, operations: await listCodenames(db) };
}
