import { addDays, bucketsOf, type Bucket, type LocalDate } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";

type Timeline = RouterOutputs["situation"]["timeline"];
export type BrushBar = {
  date: LocalDate;
  validated: number;
  preliminary: number;
  matches: number;
  /** Recorded and not yet validated: never added to the others. */
  matchesPreliminary: number;
  reported: boolean;
};
export type Span = { from: LocalDate; to: LocalDate };

/** One bar for each bucket from the first to the last; where nothing is counted the bar is absent, not a zero. */
export function brushBars({ bucket, buckets }: Timeline, unit: string | null): BrushBar[] {
  const dates = buckets.map((row) => row.bucket).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  return bucketsOf({ from: first, to: last }, bucket).map((date) => {
    const held = buckets.filter((row) => row.bucket === date);
    const checks = held.find((row) => row.measure === "checks" && row.unit === unit);
    const matches = held.find((row) => row.measure === "matches");
    return {
      date,
      validated: checks?.validated ?? 0,
      preliminary: checks?.preliminary ?? 0,
      matches: matches?.validated ?? 0,
      matchesPreliminary: matches?.preliminary ?? 0,
      reported: checks !== undefined,
    };
  });
}

/** The unit most checks of the timeline are counted in. */
export function unitOfTimeline({ buckets }: Timeline): string | null {
  const sums = new Map<string, number>();
  for (const { measure, unit, validated, preliminary } of buckets)
    if (measure === "checks") sums.set(unit, (sums.get(unit) ?? 0) + validated + preliminary);
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Last local day of the bucket that begins on a day. */
export function endOfBucket(date: LocalDate, bucket: Bucket): LocalDate {
  if (bucket === "day") return date;
  if (bucket === "week") return addDays(date, 6);
  const [year = 0, month = 0] = date.split("-").map(Number);
  return addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`, -1);
}

/** First and last bar of a period; the whole where the period leaves a side open or lies outside. */
export function barsOfSpan(
  bars: readonly BrushBar[],
  { from, to, bucket }: { from?: string | undefined; to?: string | undefined; bucket: Bucket },
): [number, number] {
  const last = Math.max(0, bars.length - 1);
  const start = from === undefined ? 0 : bars.findIndex(({ date }) => endOfBucket(date, bucket) >= from);
  const end = to === undefined ? last : bars.findLastIndex(({ date }) => date <= to);
  const low = start === -1 ? last : start;
  return [low, Math.max(low, end === -1 ? 0 : end)];
}

/** The period two bars span, in either order. */
export function spanOfBars(
  bars: readonly BrushBar[],
  [a, b]: readonly [number, number],
  bucket: Bucket,
): Span | null {
  const first = bars[Math.min(a, b)];
  const last = bars[Math.max(a, b)];
  return first && last ? { from: first.date, to: endOfBucket(last.date, bucket) } : null;
}
