import "server-only";
import { withinOperations, type Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";

/** What an operation that a list was narrowed by is called, and its handling mark; null outside the reader's reach. */
export async function nameOperation(
  db: Tx,
  scope: Scope,
  asked: { slug: string | undefined } | { id: string | undefined },
): Promise<{ codename: string; handlingMark: string } | null> {
  if (Object.values(asked).every((value) => value === undefined)) return null;
  return db.operation.findFirst({
    where: { AND: [withinOperations(scope), asked] },
    select: { codename: true, handlingMark: true },
  });
}
