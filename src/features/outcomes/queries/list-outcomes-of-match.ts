import "server-only";
import { within, type Scope } from "#access/scope.ts";
import { findMatch } from "#features/matches/queries/find-match.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Tx } from "#server/db.ts";

/** What came of one match: its outcomes, and the arrests that cite it. A match outside the scope is not found. */
export async function listOutcomesOfMatch(db: Tx, scope: Scope, { matchId }: { matchId: string }) {
  const match = await findMatch(db, scope, matchId);
  const where = { AND: [{ matchId, supersededAt: null }, within(scope)] };
  const outcomes = await db.outcome.findMany({
    where,
    orderBy: { at: "asc" },
    select: { id: true, kind: true, at: true, review: true },
  });
  const arrests = await db.arrest.findMany({
    where,
    orderBy: { localDate: "asc" },
    select: {
      id: true,
      count: true,
      offence: true,
      state: true,
      localDate: true,
      countryCode: true,
      review: true,
    },
  });
  const { borderPoint } = await db.deployment.findUniqueOrThrow({
    where: { id: match.deploymentId },
    select: { borderPoint: { select: { timeZone: true } } },
  });
  return {
    outcomes,
    timeZone: borderPoint.timeZone,
    /** A voided test record takes no outcome. */
    open: match.closedReason !== "test_record_voided",
    arrests: arrests.map((row) => ({ ...row, localDate: dayOf(row.localDate) })),
  };
}
