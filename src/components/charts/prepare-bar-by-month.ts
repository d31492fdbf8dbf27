import type { ChartColour } from "./chart-colour.ts";

/** One thing counted by month; several stand side by side and are never stacked into a sum. */
export type MonthSeries = {
  key: string;
  label: string;
  colour: ChartColour;
  /** How it differs from the series beside it, besides colour. */
  look?: "full" | "hatched" | "open";
  /** By "2026-11"; null is unknown, a month left out is not entered. */
  counts: Readonly<Record<string, number | null>>;
};

/** Something that happened in a month, drawn as a line before or after it. */
export type MonthMark = { month: string; label: string; colour: ChartColour };

export type MonthBar = { month: string } & Record<string, number | string | null>;

/** A row a month with a column a series; what is unknown has no bar. */
export function prepareBarByMonth(months: readonly string[], series: readonly MonthSeries[]): MonthBar[] {
  return months.map((month) => ({
    month,
    ...Object.fromEntries(series.map(({ key, counts }) => [key, counts[month] ?? null])),
  }));
}
