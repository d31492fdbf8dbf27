import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Tx } from "#server/db.ts";

/** Headlines of the published world, newest first: those of no operation, and those of operations within reach. */
export async function listNews(db: Tx, scope: Scope) {
  const real = { AND: [withinOperations(scope), { exercise: false }] };
  const rows = await db.newsItem.findMany({
    where: { OR: [{ operationId: null }, { operation: real }] },
    select: { id: true, publishedOn: true, language: true, headline: true, locator: true },
    orderBy: [{ publishedOn: "desc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map((item) => ({ ...item, publishedOn: dayOf(item.publishedOn) }));
}
