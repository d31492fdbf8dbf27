import "server-only";
import { within, type Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { DomainError } from "#lib/errors.ts";
import { askedOf, isOwn } from "../rules/asked.ts";
import type { Standing } from "../rules/decide-step.ts";

/** A match as the next step needs it; throws `not_found` outside the scope. */
export async function findMatch(db: Tx, scope: Scope, id: string) {
  const row = await db.match.findFirst({
    where: { AND: [{ id }, within(scope)] },
    select: {
      id: true,
      reference: true,
      operationId: true,
      countryCode: true,
      deploymentId: true,
      detectedAt: true,
      database: true,
      documentType: true,
      issuer: true,
      recordStatus: true,
      noticeColour: true,
      requestingAuthority: true,
      state: true,
      closedReason: true,
      answeredAt: true,
      confirmationRequestId: true,
      review: true,
      recordedById: true,
      version: true,
      events: { select: { id: true, step: true, at: true, reason: true }, orderBy: { at: "asc" } },
    },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  return row;
}
export type FoundMatch = Awaited<ReturnType<typeof findMatch>>;

/** What the rules judge the next step by. */
export function standingOf(match: FoundMatch): Standing {
  const steps = match.events.filter(
    (event) => event.step !== "recorded" && event.step !== "outcome_recorded",
  );
  return {
    state: match.state,
    closedReason: match.closedReason,
    detectedAt: match.detectedAt,
    askedAt: match.events.findLast((event) => event.step === "confirmation_requested")?.at ?? null,
    answeredAt: match.answeredAt,
    lastStepAt: steps.at(-1)?.at ?? null,
    own: isOwn(match),
    askable: askedOf(match) !== null,
  };
}
