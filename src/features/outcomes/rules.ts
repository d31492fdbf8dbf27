import type { ArrestState } from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";
import type { LocalDate } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";

export const RESULT_KINDS = ["arrest", "people", "seizure", "outcome"] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export const REVIEW_CHOICES = ["open", "submitted", "queried", "validated", "withdrawn"] as const;

/** Throws `invalid` for a day that has not begun anywhere on earth yet. */
export function demandDayCame(day: LocalDate, now: Date): void {
  if (day > localDateOf(now, "Pacific/Kiritimati")) throw new DomainError("invalid", "outcome.in_the_future");
}

type Status = { state: ArrestState; count: number; withdrawnAt: Date | null };

/** How many people are in each later state by now; one person is charged, released or convicted once. */
export function countsByState(statuses: readonly Status[]): Partial<Record<ArrestState, number>> {
  const counts: Partial<Record<ArrestState, number>> = {};
  for (const { state, count, withdrawnAt } of statuses)
    if (withdrawnAt === null) counts[state] = (counts[state] ?? 0) + count;
  return counts;
}

/** The most people named in any one later state: an arrest cannot count fewer. */
export function mostOfOneState(statuses: readonly Status[]): number {
  return Math.max(0, ...Object.values(countsByState(statuses)));
}
