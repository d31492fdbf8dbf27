import type { Measure } from "#generated/prisma/enums.ts";
import {
  addDays,
  bucketFor,
  bucketOf,
  daysBetween,
  lastOfMonth,
  monthOf,
  type Bucket,
  type DateRange,
  type LocalDate,
} from "#lib/period.ts";
import type { Fineness } from "#lib/suppress.ts";

export const LAYERS = [
  "operations",
  "points",
  "checks",
  "matches",
  "confirmed",
  "arrests",
  "presumed",
  "identified",
  "access",
  "corridors",
] as const;
export type Layer = (typeof LAYERS)[number];
/** What is on before anybody chooses. */
export const FIRST_LAYERS: readonly Layer[] = ["operations", "points", "checks", "matches"];
export const VIEWS = ["map", "table"] as const;
export type SituationView = (typeof VIEWS)[number];
/** Up to and with the day, or that day alone. */
export const MODES = ["sum", "day"] as const;
export type PlayMode = (typeof MODES)[number];
/** Days in a second. */
export const SPEEDS = [1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];
/** Days that are fetched at once while days are played: what comes next is there before the head is. */
export const STRETCH_DAYS = 14;
/** First day of the stretch a day lies in: the same for everyone and every choice, so that what was fetched is found again. */
export const stretchOf = (day: LocalDate): LocalDate =>
  addDays(day, -(((daysBetween(FIRST_STRETCH, day) % STRETCH_DAYS) + STRETCH_DAYS) % STRETCH_DAYS));
const FIRST_STRETCH: LocalDate = "2000-01-03";
const OF_PEOPLE: readonly Layer[] = ["arrests", "presumed", "identified"];

/** Corridors and people are never on one map: no line leads from a country's document to an arrest. */
export function keepApart(layers: readonly Layer[]): Layer[] {
  if (!layers.includes("corridors")) return [...layers];
  return layers.filter((layer) => !OF_PEOPLE.includes(layer));
}
/** Which layers are on after one is switched; corridors put people off, and people corridors. */
export function switchLayer(layers: readonly Layer[], switched: Layer, on: boolean): Layer[] {
  const next = LAYERS.filter((layer) => (layer === switched ? on : layers.includes(layer)));
  const people = on && OF_PEOPLE.includes(switched);
  return people ? next.filter((layer) => layer !== "corridors") : keepApart(next);
}
/** How layers stand in the address; none named where they are the first ones. */
export function writeLayers(layers: readonly Layer[]): string | null {
  if (layers.join() === FIRST_LAYERS.join()) return null;
  return layers.length === 0 ? "none" : layers.join(".");
}
export type MapView = { lon: number; lat: number; zoom: number };
export const writeView = ({ lon, lat, zoom }: MapView): string =>
  [lon.toFixed(3), lat.toFixed(3), zoom.toFixed(2)].join(",");

/** Counts that stand for people: for observers also matches, of which each is somebody's. */
export function isGuarded(unit: string, fineness: Fineness): boolean {
  if (fineness === "exact") return false;
  return unit === "people" || (fineness === "operation" && unit === "cases");
}

/** Counts of people that have a place on the map. */
export const PEOPLE = [
  "arrests",
  "victims_presumed",
  "victims_identified",
] as const satisfies readonly Measure[];
export const CASES_AND_CHECKS = [
  "checks",
  "matches",
  "confirmed_matches",
] as const satisfies readonly Measure[];

/** What an absent figure of a border point means. */
export type Reporting = "counted" | "not_reported" | "not_divided" | "outside";

type Span = { from?: LocalDate | undefined; to?: LocalDate | undefined };

/** The period in which guarded counts are taken. */
export function guardedSpan({ from, to }: Span, fineness: Fineness): Span {
  if (fineness === "exact") return { from, to };
  if (fineness === "operation") return {};
  return { from: from && `${monthOf(from)}-01`, to: to && lastOfMonth(to) };
}

/** Is the period of guarded counts another than the one asked for? Then the page says so; to observers always. */
export function isWidened(asked: Span, fineness: Fineness): boolean {
  if (fineness === "operation") return true;
  const span = guardedSpan(asked, fineness);
  return span.from !== asked.from || span.to !== asked.to;
}

/** The part of a period that is fetched for a day of it; for none, the first. */
export function stretchIn({ from, to }: DateRange, at: LocalDate | undefined): DateRange {
  const day = at === undefined || at < from ? from : at > to ? to : at;
  const begins = stretchOf(day);
  const ends = addDays(begins, STRETCH_DAYS - 1);
  return { from: begins < from ? from : begins, to: ends > to ? to : ends };
}

type Dated = { startsOn: LocalDate | null; endsOn: LocalDate | null };

/** Days, weeks or months for a trend: the finest that is legible, judged by the period asked for or the days on which results are due. */
export function bucketOfTrend(asked: Span, operations: readonly Dated[], today: LocalDate): Bucket {
  const starts = operations.map(({ startsOn }) => startsOn).filter((day) => day !== null);
  const ends = operations.map(({ endsOn }) => endsOn).filter((day) => day !== null);
  const from = asked.from ?? starts.toSorted()[0];
  const latest = ends.toSorted().at(-1) ?? today;
  const to = asked.to ?? (latest > today ? today : latest);
  if (from === undefined) return "month";
  return bucketFor({ from: from > to ? to : from, to }, 180);
}

export type PeriodPart = { whole: boolean; from: LocalDate | undefined; to: LocalDate };

/** A period without gap or overlap in as few parts as may be read from totals by month and by day; `whole` cuts no month. */
export function partsOf({ from, to }: { from?: LocalDate | undefined; to: LocalDate }): PeriodPart[] {
  const begin = from === undefined || from.endsWith("-01") ? from : addDays(lastOfMonth(from), 1);
  const end = addDays(bucketOf(addDays(to, 1), "month"), -1);
  if (from !== undefined && from > to) return [];
  if (begin !== undefined && begin > end) return [{ whole: false, from, to }];
  const parts: PeriodPart[] = [{ whole: true, from: begin, to: end }];
  if (begin !== undefined && begin !== from) parts.unshift({ whole: false, from, to: addDays(begin, -1) });
  if (end !== to) parts.push({ whole: false, from: addDays(end, 1), to });
  return parts;
}
