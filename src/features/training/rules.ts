import { DomainError } from "#lib/errors.ts";
import { addDays, daysBetween, eachDay, weekOf, type DateRange, type LocalDate } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";

export const COUNTED = ["invited", "attended", "certified", "women"] as const;
export type Counted = (typeof COUNTED)[number];
export type Counts = Record<Counted, number | null>;
/** ISO 639-1, as far as courses of the programme are given in them. */
export const LANGUAGES = [
  "ar",
  "bn",
  "de",
  "en",
  "es",
  "fa",
  "fr",
  "hi",
  "id",
  "it",
  "km",
  "lo",
  "ms",
  "my",
  "pt",
  "ru",
  "sw",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
] as const;
/** Held sessions with attendance that waits for its reviewer, or for an answer to the reviewer. */
export const ATTENDANCE_REVIEWS = ["submitted", "queried"] as const;
export const TRAINING_VIEWS = ["list", "calendar"] as const;
export type TrainingView = (typeof TRAINING_VIEWS)[number];

/** Longer than this is a programme, not a session. */
export const LONGEST_SESSION = 120;

/** Throws `invalid` for a session that ends before it starts, or lasts longer than a session does. */
export function demandDays({ startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate }): void {
  const why = whyNotTheseDays({ startsOn, endsOn });
  if (why !== null) throw new DomainError("invalid", why, { values: { most: LONGEST_SESSION } });
}

export function whyNotTheseDays(days: { startsOn: LocalDate; endsOn: LocalDate }) {
  if (days.endsOn < days.startsOn) return "training.ends_before_it_starts";
  return daysBetween(days.startsOn, days.endsOn) >= LONGEST_SESSION ? "training.too_long" : null;
}

/** The last place on earth where a day has begun: nothing is held, and nobody attended, before that. */
export const latestToday = (now: Date): LocalDate => localDateOf(now, "Pacific/Kiritimati");

export type SessionState = "planned" | "held" | "cancelled";
export type Standing = {
  state: SessionState;
  startsOn: LocalDate;
  /** Whether anybody's attendance stands, and whether any of it is validated. */
  attended: boolean;
  validated: boolean;
};

/** Why a session cannot take this step now; null when it can. */
export function whyNotStep(session: Standing, to: SessionState, today: LocalDate): string | null {
  if (session.state === to) return "training.already_so";
  if (to === "held") {
    if (session.state === "cancelled") return "training.cancelled";
    return session.startsOn > today ? "training.not_begun" : null;
  }
  // People who attended a session that never was would be counted nowhere.
  return session.attended ? "training.has_attendance" : null;
}

/** Why the counts of one organisation cannot stand; null when they can. Missing is not zero: a null is never compared. */
export function whyNotCounts(counts: Counts): string | null {
  const { attended, certified, women } = counts;
  if (COUNTED.every((name) => counts[name] === null)) return "attendance.says_nothing";
  if (certified !== null && certified > (attended ?? Infinity)) return "attendance.more_certified";
  if (women !== null && women > (attended ?? Infinity)) return "attendance.more_women";
  if ((certified !== null || women !== null) && attended === null) return "attendance.attended_needed";
  return null;
}

export type Known = { value: number | null; known: number; of: number };

/** Adds one count over organisations: null when none said it, and of how many it is known. */
export function sumOf(rows: readonly Counts[], name: Counted): Known {
  const known = rows.map((row) => row[name]).filter((value) => value !== null);
  const value = known.length === 0 ? null : known.reduce((all, one) => all + one, 0);
  return { value, known: known.length, of: rows.length };
}

/** Share of those asked who answered, as 0–1; null when it is not known how many were asked, or nobody was. */
export function responseRate({ responses, asked }: { responses: number; asked: number | null }) {
  return asked === null || asked === 0 ? null : responses / asked;
}

/** The weeks of a month's page, Monday to Sunday, with the days of the months beside it. */
export function weeksOf(month: string): LocalDate[][] {
  const days = eachDay(rangeOf(month));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The days a month's page shows. */
export function rangeOf(month: string): DateRange {
  return { from: weekOf(`${month}-01`), to: addDays(weekOf(addDays(monthAfter(month), -1)), 6) };
}

/** First day of the next month. */
export function monthAfter(month: string): LocalDate {
  return stepMonth(month, 1) + "-01";
}

/** "YYYY-MM" some months on; a calendar has no page before 1900 or after 2199. */
export function stepMonth(month: string, by: number): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const index = Math.min(Math.max(year * 12 + number - 1 + by, 1900 * 12), 2199 * 12 + 11);
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** Days before and after a session in which checks are compared. */
export const COMPARED_DAYS = 90;
