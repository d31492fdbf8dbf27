import { addDays, daysBetween } from "#lib/period.ts";
import type { Plan } from "../schema/plan.ts";
import { spanOf } from "./plan-shift.ts";

/** What is asked of a clone, as typed so far. */
export type CloneDraft = Pick<Plan, "codename" | "series" | "edition" | "year"> & {
  startsOn: string | null;
  /** Somebody said which year: it no longer follows the first day. */
  ownYear: boolean;
};

export function beginClone(source: Plan, today: string): CloneDraft {
  const span = spanOf(source);
  const startsOn = span && firstGuess(span.from, today);
  const { codename, series, edition } = source;
  return { codename, series, edition, startsOn, year: yearOf(startsOn ?? today), ownYear: false };
}

/** The year goes with the first day until somebody types one; emptied, it goes with the day again. */
export function changeClone(draft: CloneDraft, changed: Partial<CloneDraft>): CloneDraft {
  const next = { ...draft, ...changed };
  const ownYear = changed.year === undefined ? draft.ownYear : changed.year !== null;
  const follows = !ownYear && changed.startsOn;
  return { ...next, ownYear, ...(follows ? { year: yearOf(follows) } : {}) };
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** A year on and on the same weekday, which shifts are planned by; never in the past. */
function firstGuess(from: string, today: string): string {
  const ahead = Math.max(1, Math.ceil(daysBetween(from, today) / 364));
  return addDays(from, ahead * 364);
}
