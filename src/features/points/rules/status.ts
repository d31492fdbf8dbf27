import type { AccessState } from "#generated/prisma/enums.ts";
import type { LocalDate } from "#lib/period.ts";

/** A dated status of an access point, oldest first in lists. */
export type Status = { state: AccessState; onDate: LocalDate };

// Steps may be left out, because what happened before Muster is only partly known; they never go back.
const FIRST: readonly AccessState[] = ["requested", "approved", "installed", "tested", "live"];
const NEXT: Record<AccessState, readonly AccessState[]> = {
  requested: ["approved", "installed", "tested", "live", "withdrawn"],
  approved: ["installed", "tested", "live", "withdrawn"],
  installed: ["tested", "live", "withdrawn"],
  tested: ["live", "withdrawn"],
  live: ["suspended", "withdrawn"],
  suspended: ["live", "withdrawn"],
  withdrawn: ["requested"],
};

/** What may follow the present state; null is an access point of which nothing is dated yet. */
export function nextStates(state: AccessState | null): readonly AccessState[] {
  return state === null ? FIRST : NEXT[state];
}

export type StatusFault = "access.not_the_next" | "access.before_the_last" | "access.in_the_future";

/** Why this status may not be added after the others; null when it may. `today` is the local day at the point. */
export function statusFault(
  history: readonly Status[],
  status: Status,
  today: LocalDate,
): StatusFault | null {
  const last = history.at(-1);
  if (status.onDate > today) return "access.in_the_future";
  if (!nextStates(last?.state ?? null).includes(status.state)) return "access.not_the_next";
  if (last && status.onDate < last.onDate) return "access.before_the_last";
  return null;
}

/** Whether the history still makes sense without one of its statuses. */
export function standsWithout(history: readonly (Status & { id: string })[], id: string): boolean {
  let state: AccessState | null = null;
  for (const status of history) {
    if (status.id === id) continue;
    if (!nextStates(state).includes(status.state)) return false;
    state = status.state;
  }
  return true;
}
