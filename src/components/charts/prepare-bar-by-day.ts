export type DayCount = { date: string; validated: number | null; preliminary: number | null };
export type DayBar = {
  date: string;
  validated: number;
  preliminary: number;
  total: number;
  reported: boolean;
};

/** What one bar stands for; dates are then the first day of the week or month. */
export type BarStep = "day" | "week" | "month";

const DAY = 86_400_000;

function nextOf(time: number, step: BarStep): number {
  if (step !== "month") return time + (step === "week" ? 7 * DAY : DAY);
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
const MOST_BARS = 400;

/**
 * One bar a day (week, month) from the first to the last, in order; days without a report are kept as gaps (`reported: false`), not as zeros
 * anyone checked. Dates are "2026-11-22". More than 400 days are cut to the latest 400: ask the server for months instead.
 */
export function prepareBarByDay(days: readonly DayCount[], step: BarStep = "day"): DayBar[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const dates = [...byDate.keys()].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return [];
  const end = Date.parse(last);
  const start = step === "day" ? Math.max(Date.parse(first), end - (MOST_BARS - 1) * DAY) : Date.parse(first);
  const bars: DayBar[] = [];
  for (let time = start; time <= end; time = nextOf(time, step)) {
    const date = new Date(time).toISOString().slice(0, 10);
    const day = byDate.get(date);
    const validated = day?.validated ?? 0;
    const preliminary = day?.preliminary ?? 0;
    const reported = day !== undefined && (day.validated !== null || day.preliminary !== null);
    bars.push({ date, validated, preliminary, total: validated + preliminary, reported });
  }
  return bars;
}
