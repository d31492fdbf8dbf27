import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";

/** The country of each of these border points; those that do not exist are left out. */
export async function findPointCountries(
  db: Tx,
  _scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const points = await db.borderPoint.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, countryCode: true },
  });
  return new Map(points.map(({ id, countryCode }) => [id, countryCode]));
}

/** As deep as operations are ever nested. */
const DEEPEST = 20;

/** An operation within reach, the one it is part of, and so on. */
export async function findParents(
  db: Tx,
  scope: Scope,
  id: string,
): Promise<{ id: string; exercise: boolean; parentId: string | null }[]> {
  const line: { id: string; exercise: boolean; parentId: string | null }[] = [];
  for (let next: string | null = id; next !== null && line.length < DEEPEST;) {
    const found: (typeof line)[number] | null = await db.operation.findFirst({
      where: { AND: [withinOperations(scope), { id: next }] },
      select: { id: true, exercise: true, parentId: true },
    });
    if (!found) return line;
    line.push(found);
    next = found.parentId;
  }
  return line;
}

/** What stands under this id or address within reach, as far as opening one needs it. */
export async function findOpened(
  db: Tx,
  scope: Scope,
  { id, slug }: { id: string; slug: string },
): Promise<
  { id: string; slug: string; createdById: string; exercise: boolean; contentHash: string | null }[]
> {
  const found = await db.operation.findMany({
    where: { AND: [withinOperations(scope), { OR: [{ id }, { slug }] }] },
    select: {
      id: true,
      slug: true,
      createdById: true,
      exercise: true,
      versions: { where: { version: 1 }, select: { contentHash: true } },
    },
  });
  return found.map(({ versions, ...one }) => ({ ...one, contentHash: versions[0]?.contentHash ?? null }));
}

/** First and last day that the sources name, for an operation whose phases have no day. */
export async function findPublishedSpan(
  db: Tx,
  _scope: Scope,
  operationId: string,
): Promise<{ startsOn: Date | null; endsOn: Date | null }> {
  const { _min, _max } = await db.publishedDate.aggregate({
    where: { operationId },
    _min: { earliest: true },
    _max: { latest: true },
  });
  return { startsOn: _min.earliest, endsOn: _max.latest };
}

type Named = { points: readonly string[]; organisations: readonly string[] };

/** Which of these border points and organisations are no longer offered. */
export async function findRetired(db: Tx, _scope: Scope, named: Named): Promise<Set<string>> {
  const retired = (ids: readonly string[]) => ({
    where: { id: { in: [...ids] }, retiredAt: { not: null } },
    select: { id: true } as const,
  });
  const points = await db.borderPoint.findMany(retired(named.points));
  const organisations = await db.organisation.findMany(retired(named.organisations));
  return new Set([...points, ...organisations].map(({ id }) => id));
}
