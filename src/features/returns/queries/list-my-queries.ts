import "server-only";
import { within, type Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Tx } from "#server/db.ts";

const place = {
  localDate: true,
  deployment: {
    select: {
      borderPoint: { select: { name: true, timeZone: true } },
      operation: { select: { codename: true, slug: true, exercise: true } },
    },
  },
} as const;

/** What reviewers asked on returns and matches within reach and nobody answered yet, oldest first, at most 200. */
export async function listMyQueries(db: Tx, scope: Scope, world: { exercise?: boolean } = {}) {
  const rows = await db.reviewRemark.findMany({
    where: {
      AND: [
        within(scope),
        {
          resolvedAt: null,
          OR: [
            { matchId: null, return: { supersededAt: null, deployment: { operation: world } } },
            // Asked on the page of a match, or on a return corrected since: it still waits for its answer.
            { match: { deployment: { operation: world } } },
          ],
        },
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
      match: { select: { id: true, reference: true, ...place } },
      return: { select: place },
    },
  });
  return rows.map(({ return: filed, match, ...row }) => {
    const of = filed ?? match;
    return {
      ...row,
      match: match && { id: match.id, reference: match.reference },
      localDate: of && dayOf(of.localDate),
      point: of?.deployment.borderPoint ?? null,
      operation: of?.deployment.operation ?? null,
    };
  });
}
