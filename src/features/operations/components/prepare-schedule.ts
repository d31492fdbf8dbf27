import { scaleUtc } from "d3-scale";
import type { PhaseKind } from "#generated/prisma/enums.ts";
import { countriesByName } from "#lib/country.ts";
import { addDays, type LocalDate } from "#lib/period.ts";

export const ZOOMS = ["all", "quarter", "month"] as const;
export type Zoom = (typeof ZOOMS)[number];
export const GROUPINGS = ["operation", "country"] as const;
export type Grouping = (typeof GROUPINGS)[number];

type Dates = { startsOn: LocalDate | null; endsOn: LocalDate | null };
export type SchedulePhase = Dates & {
  id: string;
  kind: PhaseKind | null;
  label: string | null;
  countries: readonly (Dates & { countryCode: string })[];
};
export type ScheduleDeployment = Dates & { id: string; countryCode: string; name: string };
export type ScheduleRow = Dates & {
  id: string;
  slug: string;
  codename: string;
  countries: readonly string[];
  rough: { precision: string } | null;
  phases: readonly SchedulePhase[];
  deployments: readonly ScheduleDeployment[];
};

export type ScheduleBar = {
  key: string;
  from: LocalDate;
  to: LocalDate;
  kind: PhaseKind | "deployment" | null;
  rough: boolean;
};
/** One line of the timeline; `parent` is the key of the line it can be folded into. */
export type ScheduleLine = {
  key: string;
  parent: string | null;
  level: number;
  name:
    | { kind: "operation"; row: ScheduleRow }
    | { kind: "country"; code: string }
    | { kind: "phase"; phase: SchedulePhase }
    | { kind: "deployment"; deployment: ScheduleDeployment };
  slug: string | null;
  bars: ScheduleBar[];
  children: number;
};
export type Window = { from: LocalDate; to: LocalDate };

/** All days that are known, with a little room on both sides; null when no day is known. */
export function wholeOf(rows: readonly Dates[]): Window | null {
  const days = rows
    .flatMap((row) => (row.startsOn === null ? [] : [row.startsOn, row.endsOn ?? row.startsOn]))
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { from: addDays(first, -3), to: addDays(last, 3) };
}

/** The days shown: all that are known, or the quarter or month in which `at` lies. */
export function windowOf(rows: readonly Dates[], zoom: Zoom, at: LocalDate): Window | null {
  return zoom === "all" ? wholeOf(rows) : monthsFrom(at, zoom === "month" ? 1 : 3);
}

/** The same window one step earlier or later, named by its first day. */
export function stepped(at: LocalDate, zoom: Exclude<Zoom, "all">, steps: number): LocalDate {
  const { from } = monthsFrom(at, zoom === "month" ? 1 : 3);
  return firstOfMonth(from, steps * (zoom === "month" ? 1 : 3));
}

function firstOfMonth(day: LocalDate, months: number): LocalDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function monthsFrom(at: LocalDate, length: 1 | 3): Window {
  const offset = length === 3 ? (Number(at.slice(5, 7)) - 1) % 3 : 0;
  const from = firstOfMonth(at, -offset);
  return { from, to: addDays(firstOfMonth(from, length), -1) };
}

const bar = (
  key: string,
  { startsOn, endsOn }: Dates,
  { kind, rough = false }: { kind: ScheduleBar["kind"]; rough?: boolean },
): ScheduleBar[] => (startsOn === null ? [] : [{ key, from: startsOn, to: endsOn ?? startsOn, kind, rough }]);

const phaseBars = (row: ScheduleRow): ScheduleBar[] => {
  const bars = row.phases.flatMap((phase) => bar(phase.id, phase, phase));
  return bars.length > 0 ? bars : bar(row.id, row, { kind: null, rough: row.rough !== null });
};

/** A country's own dates of each phase, else the phase's. */
const countryBars = (row: ScheduleRow, code: string): ScheduleBar[] => {
  const bars = row.phases.flatMap((phase) => {
    const own = phase.countries.find(({ countryCode }) => countryCode === code);
    return bar(phase.id, own?.startsOn ? own : phase, phase);
  });
  return bars.length > 0 || row.phases.length > 0
    ? bars
    : bar(row.id, row, { kind: null, rough: row.rough !== null });
};

type Made = Omit<ScheduleLine, "children">;

function deploymentLines(row: ScheduleRow, code: string, parent: Made): Made[] {
  return row.deployments
    .filter(({ countryCode }) => countryCode === code)
    .map((deployment) => ({
      key: `${parent.key}/${deployment.id}`,
      parent: parent.key,
      level: parent.level + 1,
      name: { kind: "deployment", deployment },
      slug: row.slug,
      bars: bar(deployment.id, deployment, { kind: "deployment" }),
    }));
}

function linesByOperation(row: ScheduleRow, locale: string): Made[] {
  const head: Made = {
    key: row.id,
    parent: null,
    level: 0,
    name: { kind: "operation", row },
    slug: row.slug,
    bars: phaseBars(row),
  };
  const below = { parent: row.id, level: 1, slug: row.slug };
  const phases = row.phases.map((phase): Made => ({
    ...below,
    key: `${row.id}/${phase.id}`,
    name: { kind: "phase", phase },
    bars: bar(phase.id, phase, phase),
  }));
  const countries = countriesByName(locale, row.countries).flatMap(({ code }) => {
    const country: Made = {
      ...below,
      key: `${row.id}/${code}`,
      name: { kind: "country", code },
      bars: countryBars(row, code),
    };
    return [country, ...deploymentLines(row, code, country)];
  });
  return [head, ...phases, ...countries];
}

function linesByCountry(rows: readonly ScheduleRow[], locale: string): Made[] {
  const codes = [...new Set(rows.flatMap(({ countries }) => countries))];
  return countriesByName(locale, codes).flatMap(({ code }) => {
    const mine = rows.filter(({ countries }) => countries.includes(code));
    const head: Made = {
      key: code,
      parent: null,
      level: 0,
      name: { kind: "country", code },
      slug: null,
      bars: [],
    };
    const below = mine.flatMap((row) => {
      const operation: Made = {
        key: `${code}/${row.id}`,
        parent: code,
        level: 1,
        name: { kind: "operation", row },
        slug: row.slug,
        bars: countryBars(row, code),
      };
      return [operation, ...deploymentLines(row, code, operation)];
    });
    return [head, ...below];
  });
}

/** The lines of all dated operations, parents before what folds into them; a country's row with its operations, or the reverse. Countries stand as the reader's language sorts them. */
export function linesOf(rows: readonly ScheduleRow[], by: Grouping, locale: string): ScheduleLine[] {
  const dated = rows.filter(({ startsOn }) => startsOn !== null);
  const lines =
    by === "operation"
      ? dated.flatMap((row) => linesByOperation(row, locale))
      : linesByCountry(dated, locale);
  const children = new Map<string, number>();
  for (const { parent } of lines) if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1);
  return lines.map((line) => ({ ...line, children: children.get(line.key) ?? 0 }));
}

/** Only what happens within the window, with whatever it is folded into. */
export function linesWithin(lines: readonly ScheduleLine[], { from, to }: Window): ScheduleLine[] {
  const kept = new Set<string>();
  const byKey = new Map(lines.map((line) => [line.key, line]));
  for (const line of lines) {
    if (!line.bars.some((b) => b.from <= to && b.to >= from)) continue;
    for (let at: ScheduleLine | undefined = line; at; at = byKey.get(at.parent ?? "")) kept.add(at.key);
  }
  return lines.filter(({ key }) => kept.has(key));
}

/** What is not folded away. */
export function unfolded(lines: readonly ScheduleLine[], open: ReadonlySet<string>): ScheduleLine[] {
  const shown = new Set<string>();
  return lines.filter((line) => {
    const visible = line.parent === null || (shown.has(line.parent) && open.has(line.parent));
    if (visible) shown.add(line.key);
    return visible;
  });
}

const utc = (day: LocalDate) => Date.parse(`${day}T00:00:00Z`);
const DAY = 86_400_000;
const per = (value: number) => Math.round(value * 1_000) / 1_000;

/** Places in percent of the window, from whichever side it starts. A day is drawn from its first to its last moment. */
export function axisOf({ from, to }: Window, today?: LocalDate) {
  const [start, end] = [utc(from), utc(to) + DAY];
  const scale = scaleUtc().domain([start, end]).range([0, 100]).clamp(true);
  const unit = end - start > 3 * 365 * DAY ? "year" : end - start > 120 * DAY ? "month" : "day";
  return {
    unit: unit as "year" | "month" | "day",
    ticks: scale.ticks(unit === "day" ? 12 : 10).map((date) => ({ date, at: per(scale(date)) })),
    today: today !== undefined && today >= from && today <= to ? per(scale(utc(today) + DAY / 2)) : null,
    place(b: Pick<ScheduleBar, "from" | "to">) {
      const at = scale(utc(b.from));
      return { start: per(at), width: per(Math.max(0, scale(utc(b.to) + DAY) - at)) };
    },
  };
}
