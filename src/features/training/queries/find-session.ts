import "server-only";
import type { Grant, Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import { PLANNED, withinPlan } from "./where-sessions.ts";

type Owned = { countryCode: string; operationId: string | null };

/** Whether one of these grants reaches a session; one without an operation is reached by its country in every operation. */
export function reaches(grants: readonly Grant[], { countryCode, operationId }: Owned): boolean {
  return grants.some(
    ({ countries, operations }) =>
      (countries === "all" || countries.includes(countryCode)) &&
      (operations === "all" || (operationId !== null && operations.includes(operationId))),
  );
}

/** Throws `not_found` unless a grant of this call reaches it. */
export function demandReach(scope: Scope, session: Owned): void {
  if (!reaches(scope.grants, session)) throw new DomainError("not_found", "not_found");
}

/** A session as the next step needs it; throws `not_found` outside the reach of this call. */
export async function findSession(db: Tx, scope: Scope, id: string) {
  const row = await db.trainingSession.findFirst({
    where: { AND: [{ id }, withinPlan(scope)] },
    select: {
      ...PLANNED,
      languages: true,
      version: true,
      createdById: true,
      points: { select: { borderPointId: true } },
      trainers: { select: { organisationId: true } },
      attendances: {
        where: { supersededAt: null },
        select: { id: true, organisationId: true, attended: true, review: true, version: true },
      },
    },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  demandReach(scope, row);
  const { points, trainers, startsOn, endsOn, ...session } = row;
  return {
    ...session,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    pointIds: points.map(({ borderPointId }) => borderPointId).toSorted(),
    trainerIds: trainers.map(({ organisationId }) => organisationId).toSorted(),
  };
}
export type FoundSession = Awaited<ReturnType<typeof findSession>>;
