import { addDays, daysBetween, operationalDaySpan, type DayRule, type LocalDate } from "#lib/period.ts";
import type { PointInput } from "./input.ts";

const MINUTE = 60_000;

export type Calendar = {
  /** Day 0: the UTC date of the first seed. */
  anchor: LocalDate;
  /** Today's number; 0 on the day of the first seed. */
  today: number;
  now: Date;
  dateOf: (day: number) => LocalDate;
  /** Monday is 0. */
  weekdayOf: (day: number) => number;
};

export function calendarOf(anchor: LocalDate, now: Date): Calendar {
  const dateOf = (day: number) => addDays(anchor, day);
  return {
    anchor,
    today: daysBetween(anchor, now.toISOString().slice(0, 10)),
    now,
    dateOf,
    weekdayOf: (day) => (new Date(`${dateOf(day)}T00:00:00Z`).getUTCDay() + 6) % 7,
  };
}

export const ruleOf = (point: PointInput): DayRule => ({
  zone: point.tz,
  startsAt: point.operational_day_starts,
});

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

/** The earlier of a wished moment and some minutes ago: nothing the exercise did lies in the future. */
export function notAfter(wished: Date, now: Date, minutesAgo: number): Date {
  const latest = minutesAfter(now, -minutesAgo);
  return wished < latest ? wished : latest;
}

export const dayEnd = (date: LocalDate, point: PointInput): Date =>
  operationalDaySpan(date, ruleOf(point)).to;
