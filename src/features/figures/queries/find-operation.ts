import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";

/** Throws `not_found` unless the reader may see the operation. */
export async function demandReadable(db: Tx, scope: Scope, operationId: string): Promise<void> {
  const operation = await db.operation.findFirst({
    where: { AND: [withinOperations(scope), { id: operationId }] },
    select: { id: true },
  });
  if (!operation) throw new DomainError("not_found", "not_found");
}

/** Whether the grants of this scope manage the operation: all, named, or taken part in by a country of theirs. */
export async function isManaged(db: Tx, scope: Scope, operationId: string): Promise<boolean> {
  const managed: Prisma.OperationWhereInput[] = scope.grants.map(({ countries, operations }) => ({
    ...(operations === "all" ? {} : { id: { in: [...operations] } }),
    ...(countries === "all" ? {} : { participations: { some: { countryCode: { in: [...countries] } } } }),
  }));
  // An empty condition would vanish from an OR, so each grant stands in an AND with the id.
  const found = await db.operation.findFirst({
    where: { OR: managed.map((one) => ({ AND: [{ id: operationId }, one] })) },
    select: { id: true },
  });
  return found !== null;
}

/** Throws `not_found` unless the grants manage the operation: to others its figures are only to be read. */
export async function demandManaged(db: Tx, scope: Scope, operationId: string): Promise<void> {
  if (!(await isManaged(db, scope, operationId))) throw new DomainError("not_found", "not_found");
}
