import "server-only";
import type { Tx } from "#server/db.ts";

/** Programmes of these operations, which are within reach already, by code. */
export async function listProgrammesOf(db: Tx, ids: readonly string[]) {
  const rows = await db.programme.findMany({
    where: { operations: { some: { operationId: { in: [...ids] } } } },
    select: {
      code: true,
      name: true,
      operations: { where: { operationId: { in: [...ids] } }, select: { operationId: true } },
    },
    orderBy: { code: "asc" },
    take: 200,
  });
  return rows.map(({ code, name, operations }) => ({
    code,
    name,
    operationIds: operations.map(({ operationId }) => operationId),
  }));
}
