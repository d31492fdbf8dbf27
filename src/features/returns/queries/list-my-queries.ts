import "server-only";
import { within, type Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Tx } from "#server/db.ts";

/** What reviewers asked on returns within reach and nobody answered yet, oldest first, at most 200. */
export async function listMyQueries(db: Tx, scope: Scope, world: { exercise?: boolean } = {}) {
  const rows = await db.reviewRemark.findMany({
    where: {
      AND: [
        within(scope),
        { resolvedAt: null, return: { supersededAt: null, deployment: { operation: world } } },
      ],
    },
    orderBy: { at: "asc" },
    take: 200,
    select: {
      id: true,
      text: true,
      at: true,
      returnId: true,
      countryCode: true,
      line: { select: { id: true, database: true, unit: true, count: true } },
      match: { select: { id: true, reference: true } },
      return: {
        select: {
          localDate: true,
          deployment: {
            select: {
              borderPoint: { select: { name: true, timeZone: true } },
              operation: { select: { codename: true, slug: true, exercise: true } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ return: of, ...row }) => ({
    ...row,
    localDate: of ? dayOf(of.localDate) : null,
    point: of?.deployment.borderPoint ?? null,
    operation: of?.deployment.operation ?? null,
  }));
}
