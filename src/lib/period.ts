import { DomainError } from "./errors.ts";
import { instantOf, localDateOf, localTimeOf } from "./zone.ts";

/** A calendar day as "YYYY-MM-DD", without zone: the local day at a border point. Compares as text. */
export type LocalDate = string;
export type DateRange = { from: LocalDate; to: LocalDate };

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY_MS = 86_400_000;

const utcOf = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (utc: number) => new Date(utc).toISOString().slice(0, 10);

/** Is this a day of the calendar (no 30 February) between 1900 and 2199? */
export function isLocalDate(written: unknown): written is LocalDate {
  if (typeof written !== "string" || !DATE.test(written)) return false;
  if (written < "1900-01-01" || written > "2199-12-31") return false;
  const utc = utcOf(written);
  return !Number.isNaN(utc) && dateOf(utc) === written;
}

/** Is this a time of day as "HH:MM"? */
export function isClockTime(written: unknown): written is string {
  return typeof written === "string" && CLOCK.test(written);
}

function demandDate(date: LocalDate): number {
  if (!isLocalDate(date))
    throw new DomainError("invalid", "period.not_a_date", { values: { date: String(date).slice(0, 20) } });
  return utcOf(date);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(demandDate(date) + days * DAY_MS);
}

/** Days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((demandDate(to) - demandDate(from)) / DAY_MS);
}

/** Every day of the range, both ends included; empty when it ends before it begins; at most ten years. */
export function eachDay({ from, to }: DateRange): LocalDate[] {
  const days = daysBetween(from, to);
  if (days > 3660) throw new DomainError("invalid", "period.too_long", { values: { days } });
  return Array.from({ length: Math.max(0, days + 1) }, (_, index) => addDays(from, index));
}

export function isWithin(date: LocalDate, { from, to }: DateRange): boolean {
  return from <= date && date <= to;
}

/** The days two ranges share, or null; used for clashes. */
export function overlapOf(a: DateRange, b: DateRange): DateRange | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** "YYYY-MM" of a day. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

/** The Monday of the week a day lies in. */
export function weekOf(date: LocalDate): LocalDate {
  const weekday = (new Date(demandDate(date)).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

export const BUCKETS = ["day", "week", "month"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The finest bucket that draws a range in at most `most` columns. */
export function bucketFor(range: DateRange, most = 200): Bucket {
  const days = daysBetween(range.from, range.to) + 1;
  if (days <= most) return "day";
  return days / 7 <= most ? "week" : "month";
}

/** First day of the bucket a day falls in. */
export function bucketOf(date: LocalDate, bucket: Bucket): LocalDate {
  if (bucket === "day") return date;
  return bucket === "week" ? weekOf(date) : `${monthOf(date)}-01`;
}

/** Is no week or month cut by this range? One that begins or ends nowhere cuts none; where two months share a week, it counts as two. */
export function isWholeIn({ from, to }: Partial<DateRange>, bucket: "week" | "month"): boolean {
  const begins = (day: LocalDate) => day.endsWith("-01") || (bucket === "week" && weekOf(day) === day);
  return (from === undefined || begins(from)) && (to === undefined || begins(addDays(to, 1)));
}

/** First days of all buckets of a range in order, also those in which nothing happened. */
export function bucketsOf(range: DateRange, bucket: Bucket): LocalDate[] {
  return [...new Set(eachDay(range).map((date) => bucketOf(date, bucket)))];
}

/** When an operational day begins at a point, and where. `startsAt` is local "HH:MM" ("19:00", "07:00", "00:00"). */
export type DayRule = { zone: string; startsAt: string };

/**
 * The operational day an instant belongs to. It is named for the local date on which it starts:
 * with a start at 19:00, 03:00 on the 12th belongs to the 11th.
 */
export function operationalDayOf(instant: Date, { zone, startsAt }: DayRule): LocalDate {
  const date = localDateOf(instant, zone);
  return localTimeOf(instant, zone) < startsAt ? addDays(date, -1) : date;
}

/** First instant of an operational day and the first after it: 23, 24 or 25 hours apart where clocks change. */
export function operationalDaySpan(date: LocalDate, { zone, startsAt }: DayRule): { from: Date; to: Date } {
  return { from: instantOf(date, startsAt, zone), to: instantOf(addDays(date, 1), startsAt, zone) };
}

/** Is the operational day over? Until then its return is interim. */
export function isDayOver(date: LocalDate, rule: DayRule, now: Date): boolean {
  return now >= operationalDaySpan(date, rule).to;
}

/** A return is due at the first local noon after its operational day has ended. */
export function returnDueAt(date: LocalDate, { zone, startsAt }: DayRule): Date {
  return instantOf(addDays(date, startsAt <= "12:00" ? 1 : 2), "12:00", zone);
}

/** The last day of the month a day lies in. */
export function lastOfMonth(day: LocalDate): LocalDate {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return addDays(next, -1);
}
