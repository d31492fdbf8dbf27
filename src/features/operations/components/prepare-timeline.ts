import { scaleUtc } from "d3-scale";
import type { PhaseKind } from "#generated/prisma/enums.ts";

export type TimelinePhase = {
  id: string;
  kind: PhaseKind | null;
  startsOn: string | null;
  endsOn: string | null;
};
export type TimelineRow = {
  id: string;
  startsOn: string | null;
  endsOn: string | null;
  rough: { precision: string } | null;
  phases: readonly TimelinePhase[];
};
/** Places are percentages from the start of the axis, whichever side the start is on. */
export type Bar = { key: string; start: number; width: number; kind: PhaseKind | null; rough: boolean };
export type Timeline<Row> = {
  dated: { row: Row; bars: Bar[] }[];
  undated: Row[];
  ticks: { date: Date; at: number; unit: "year" | "month" | "day" }[];
};

const DAY = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const per = (value: number) => Math.round(value * 1_000) / 1_000;

/**
 * Lays operations on an axis from the first to the last known day, or the days asked for. A day is drawn from its
 * first to its last moment; an operation of which only the year is known is drawn over the year and marked as rough.
 */
export function prepareTimeline<Row extends TimelineRow>(
  rows: readonly Row[],
  asked: { from?: string | undefined; to?: string | undefined } = {},
): Timeline<Row> {
  const dated = rows.flatMap((row) => {
    const { startsOn } = row;
    return startsOn === null ? [] : [{ row, span: { from: startsOn, to: row.endsOn ?? startsOn } }];
  });
  const undated = rows.filter((row) => row.startsOn === null);
  const days = dated.flatMap(({ span }) => [span.from, span.to]).toSorted();
  const first = asked.from ?? days[0];
  const last = asked.to ?? days.at(-1);
  if (first === undefined || last === undefined || last < first) return { dated: [], undated, ticks: [] };
  const margin = Math.max(DAY, (utc(last) - utc(first)) * 0.01);
  const start = utc(first) - (asked.from ? 0 : margin);
  const end = utc(last) + DAY + (asked.to ? 0 : margin);
  const scale = scaleUtc().domain([start, end]).range([0, 100]).clamp(true);
  const bar: MakeBar = (key, { from, to }, more) => {
    const at = scale(utc(from));
    return { key, start: per(at), width: per(Math.max(0, scale(utc(to) + DAY) - at)), ...more };
  };
  return {
    undated,
    dated: dated.map(({ row, span }) => ({ row, bars: barsOf(row, span, bar) })),
    ticks: scale.ticks(10).map((date) => ({ date, at: per(scale(date)), unit: unitOf(end - start) })),
  };
}

type Span = { from: string; to: string };
type MakeBar = (key: string, span: Span, more: Pick<Bar, "kind" | "rough">) => Bar;

function barsOf(row: TimelineRow, span: Span, bar: MakeBar): Bar[] {
  const phases = row.phases.flatMap(({ id, kind, startsOn, endsOn }) =>
    startsOn === null ? [] : [bar(id, { from: startsOn, to: endsOn ?? startsOn }, { kind, rough: false })],
  );
  return phases.length > 0 ? phases : [bar(row.id, span, { kind: null, rough: row.rough !== null })];
}

function unitOf(span: number): "year" | "month" | "day" {
  if (span > 3 * 365 * DAY) return "year";
  return span > 60 * DAY ? "month" : "day";
}
