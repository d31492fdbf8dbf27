import "server-only";
import { within, type Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { kind as resultKind } from "../schema/kinds.ts";

/** What reviewers asked on results within reach and nobody answered yet, oldest first, at most 200. */
export async function listResultQueries(db: Tx, scope: Scope, world: { exercise: boolean }) {
  const operations = await db.operation.findMany({ where: world, select: { id: true, codename: true } });
  const codenames = new Map(operations.map(({ id, codename }) => [id, codename]));
  const rows = await db.reviewRemark.findMany({
    where: {
      AND: [
        within(scope),
        { resolvedAt: null, resultId: { not: null }, operationId: { in: [...codenames.keys()] } },
      ],
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, text: true, at: true, operationId: true, resultId: true, resultKind: true },
  });
  return rows.flatMap(({ resultId, resultKind: of, operationId, ...row }) => {
    const kind = resultKind.safeParse(of);
    return resultId === null || !kind.success
      ? []
      : [{ ...row, resultId, kind: kind.data, codename: codenames.get(operationId) ?? null }];
  });
}
