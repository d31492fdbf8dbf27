import "server-only";
import { within, type Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Tx } from "#server/db.ts";

/** Matches an arrest may cite, by part of their reference, newest first; also of other operations, as far as readable. */
export async function listMatchesToCite(
  db: Tx,
  scope: Scope,
  filter: { text: string; matchId: string | null; exercise: boolean },
) {
  const { exercise, text, matchId } = filter;
  const cited = matchId === null ? [] : await find(db, scope, { id: matchId });
  const found = await find(db, scope, {
    id: { notIn: cited.map(({ id }) => id) },
    reference: { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" },
    OR: [{ closedReason: null }, { closedReason: { not: "test_record_voided" } }],
    deployment: { operation: { exercise } },
  });
  return [...cited, ...found];
}

async function find(db: Tx, scope: Scope, where: object) {
  const rows = await db.match.findMany({
    where: { AND: [within(scope), where] },
    orderBy: [{ detectedAt: "desc" }, { id: "asc" }],
    take: 20,
    select: {
      id: true,
      reference: true,
      operationId: true,
      countryCode: true,
      borderPointId: true,
      localDate: true,
      database: true,
      deployment: {
        select: {
          borderPoint: { select: { name: true } },
          operation: { select: { codename: true, exercise: true } },
        },
      },
    },
  });
  return rows.map(({ deployment: { borderPoint, operation }, ...row }) => ({
    ...row,
    localDate: dayOf(row.localDate),
    point: borderPoint.name,
    operation,
  }));
}
