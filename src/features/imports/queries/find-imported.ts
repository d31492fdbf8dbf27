import "server-only";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";

export type Imported = {
  id: string;
  importId: string;
  importHash: string | null;
  version: number;
  content: unknown;
};

/** Operations that came from these ids of a file, each with the row it was last read from. */
export async function findImported(
  db: Tx,
  _scope: Scope,
  importIds: readonly string[],
): Promise<Map<string, Imported>> {
  const found = await db.operation.findMany({
    where: { importId: { in: [...importIds] } },
    select: {
      id: true,
      importId: true,
      importHash: true,
      version: true,
      versions: { select: { content: true, contentHash: true }, orderBy: { version: "desc" } },
    },
  });
  return new Map(
    found.flatMap(({ versions, importId, ...operation }) =>
      importId === null
        ? []
        : [[importId, { ...operation, importId, content: rowOf(versions, operation.importHash) }]],
    ),
  );
}

/** The row it was last read from, also where somebody has changed the plan by hand since. */
function rowOf(
  versions: readonly { content: unknown; contentHash: string }[],
  importHash: string | null,
): unknown {
  return (versions.find(({ contentHash }) => contentHash === importHash) ?? versions[0])?.content ?? null;
}

/** Which of these addresses operations have already. */
export async function findTakenSlugs(db: Tx, _scope: Scope, slugs: readonly string[]): Promise<Set<string>> {
  const taken = await db.operation.findMany({ where: { slug: { in: [...slugs] } }, select: { slug: true } });
  return new Set(taken.map(({ slug }) => slug));
}
