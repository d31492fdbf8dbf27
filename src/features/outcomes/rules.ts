import { DomainError } from "#lib/errors.ts";
import type { LocalDate } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";

/** Throws `invalid` for a day that has not begun anywhere on earth yet. */
export function demandDayCame(day: LocalDate, now: Date): void {
  if (day > localDateOf(now, "Pacific/Kiritimati")) throw new DomainError("invalid", "outcome.in_the_future");
}
