import { addDays, daysBetween, type DateRange, type LocalDate } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { PlayMode } from "../rules.ts";
import { COUNTED, type Place, type Places } from "./prepare-places.ts";

export type Days = RouterOutputs["situation"]["days"];
/** What all days before a stretch add up to. */
export type Before = RouterOutputs["situation"]["before"];
type Series = Days["places"][number]["series"][number];
type Total = Place["totals"][number];
type Count = number | null;
type Counts = Record<"validated" | "preliminary", readonly Count[]>;
export type Head = { day: LocalDate; mode: PlayMode };

/** One kind of count at one place: of each day of the stretch alone, and of everything up to it. */
type Line = Pick<Total, "measure" | "unit"> & Record<PlayMode, Counts>;
/** A stretch made ready: a day of it is looked up, and nothing is added at a step. */
export type Stretch = DateRange & {
  lines: ReadonlyMap<string, readonly Line[]>;
  /** Whether a return was filed at a place: on each day alone, and by each day. */
  filed: ReadonlyMap<string, Record<PlayMode, readonly boolean[]>>;
};
export const NOTHING_BEFORE: Before = { sums: [], filed: [] };

export function stretchReady({ stretch, places, filed }: Days, before: Before): Stretch | null {
  if (stretch === null) return null;
  const length = daysBetween(stretch.from, stretch.to) + 1;
  const earlier = Map.groupBy(before.sums, ({ place }) => place);
  const lines = new Map(
    places.map(({ place, series }) => [place, linesOf(series, { length, before: earlier.get(place) ?? [] })]),
  );
  for (const [place, sums] of earlier)
    if (!lines.has(place)) lines.set(place, linesOf([], { length, before: sums }));
  const reported = new Map(filed.map(({ place, days }) => [place, days]));
  const by = new Set(before.filed);
  return {
    ...stretch,
    lines,
    filed: new Map(
      [...new Set([...reported.keys(), ...by])].map((place) => [
        place,
        filedOf(reported.get(place) ?? [], { length, before: by.has(place) }),
      ]),
    ),
  };
}

/** What is counted stands in the same order on every day. */
const MEASURES: readonly string[] = Object.values(COUNTED);
const rankOf = ({ measure }: { measure: string }) => MEASURES.indexOf(measure);

type Spread<B> = { length: number; before: B };

function linesOf(series: readonly Series[], { length, before }: Spread<Before["sums"]>): Line[] {
  const same = (one: { measure: string; unit: string }, other: typeof one) =>
    one.measure === other.measure && one.unit === other.unit;
  const later = series.map((one) => lineOf(one, { length, before: before.find((sum) => same(sum, one)) }));
  const ended = before.filter((sum) => !series.some((one) => same(sum, one)));
  return [
    ...later,
    ...ended.map((sum) =>
      lineOf({ ...sum, days: [], validated: [], preliminary: [] }, { length, before: sum }),
    ),
  ].toSorted((a, b) => rankOf(a) - rankOf(b) || a.unit.localeCompare(b.unit));
}

function lineOf(
  { measure, unit, days, ...counts }: Series,
  { length, before }: Spread<Before["sums"][number] | undefined>,
): Line {
  const spread = (found: readonly Count[]) => {
    const alone = Array.from({ length }, (): Count => null);
    for (const [place, day] of days.entries()) alone[day] = found[place] ?? null;
    return alone;
  };
  const day = { validated: spread(counts.validated), preliminary: spread(counts.preliminary) };
  const sum = {
    validated: summed(day.validated, before?.validated ?? null),
    preliminary: summed(day.preliminary, before?.preliminary ?? null),
  };
  return { measure, unit, day, sum };
}

/** Missing stays missing until something of that kind is counted. */
function summed(alone: readonly Count[], before: Count): Count[] {
  let sum = before;
  return alone.map((count) => (sum = count === null ? sum : (sum ?? 0) + count));
}

function filedOf(
  days: readonly number[],
  { length, before }: Spread<boolean>,
): Record<PlayMode, readonly boolean[]> {
  const day = Array.from({ length }, (_, at) => days.includes(at));
  let by = before;
  return { day, sum: day.map((one) => (by ||= one)) };
}

/** What the days up to the end of a stretch add up to: nobody has to ask for it who has played so far. */
export function beforeNext({ lines, filed }: Stretch): Before {
  const sums = [...lines].flatMap(([place, held]) =>
    held.map(({ measure, unit, sum: { validated, preliminary } }) => ({
      place,
      measure,
      unit,
      validated: validated.at(-1) ?? null,
      preliminary: preliminary.at(-1) ?? null,
    })),
  );
  return {
    sums: sums.filter(({ validated, preliminary }) => validated !== null || preliminary !== null),
    filed: [...filed].flatMap(([place, { sum }]) => (sum.at(-1) ? [place] : [])),
  };
}

function totalOf(
  { measure, unit, ...counts }: Line,
  { mode, at }: { mode: PlayMode; at: number },
): Total | null {
  const validated = counts[mode].validated[at] ?? null;
  const preliminary = counts[mode].preliminary[at] ?? null;
  if (!validated && !preliminary) return null;
  return {
    measure,
    unit,
    validated: validated === null ? { form: "missing" } : { form: "count", value: validated },
    preliminary,
  };
}

export const holds = ({ from, to }: DateRange, day: LocalDate): boolean => from <= day && day <= to;

/** Every border point and country as it stood at the end of the day, or with that day alone. */
export function placesOn(places: Places, { from, lines, filed }: Stretch, { day, mode }: Head): Places {
  const at = daysBetween(from, day);
  const of = (place: string) =>
    (lines.get(place) ?? []).map((line) => totalOf(line, { mode, at })).filter((total) => total !== null);
  const reported = (place: string) => filed.get(place)?.[mode][at] ?? false;
  return {
    ...places,
    points: places.points.map((point) => {
      const totals = of(point.id);
      if (totals.length > 0 || reported(point.id)) return { ...point, totals, reporting: "counted" };
      return {
        ...point,
        totals,
        reporting: point.reporting === "counted" ? "not_reported" : point.reporting,
      };
    }),
    // People over whole months are not divided by day: they stay as they are.
    countries:
      places.people === "points"
        ? places.countries.map((country) => ({ ...country, totals: of(country.code) }))
        : places.countries,
  };
}

/** The day within the period that is played. */
export function heldIn(day: LocalDate, { from, to }: DateRange): LocalDate {
  return day < from ? from : day > to ? to : day;
}

/** Some days on or back from the head; with no day under it yet, the first day forwards and the last backwards. */
export function steppedFrom(day: LocalDate | null, by: number, period: DateRange): LocalDate {
  if (day === null) return by > 0 ? period.from : period.to;
  return heldIn(addDays(heldIn(day, period), by), period);
}
