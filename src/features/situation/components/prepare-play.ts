import { addDays, daysBetween, type LocalDate } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { PlayMode } from "../rules.ts";
import type { Place, Places } from "./prepare-places.ts";

export type Days = RouterOutputs["situation"]["days"];
type Series = Days["series"][number];
type Total = Place["totals"][number];
export type Head = { day: LocalDate; mode: PlayMode };

/** Sums of the days from the first to the last index; null where nothing of that kind was counted. */
function sumOf(
  days: readonly number[],
  counts: readonly (number | null)[],
  [low, high]: readonly [number, number],
) {
  let sum: number | null = null;
  for (const [place, day] of days.entries()) {
    if (day > high) break;
    const count = counts[place] ?? null;
    if (day >= low && count !== null) sum = (sum ?? 0) + count;
  }
  return sum;
}

function totalOf(series: Series, range: readonly [number, number]): Total | null {
  const validated = sumOf(series.days, series.validated, range);
  const preliminary = sumOf(series.days, series.preliminary, range);
  if (!validated && !preliminary) return null;
  return {
    measure: series.measure,
    unit: series.unit,
    validated: validated === null ? { form: "missing" } : { form: "count", value: validated },
    preliminary,
  };
}

/** Every border point and country as it stood at the end of the day, or with that day alone. */
export function placesOn(places: Places, days: Days, { day, mode }: Head): Places {
  if (days.from === null) return places;
  const last = daysBetween(days.from, day);
  const range = [mode === "day" ? last : 0, last] as const;
  const found = new Map<string, Total[]>();
  for (const series of days.series) {
    const total = totalOf(series, range);
    if (total) found.set(series.place, [...(found.get(series.place) ?? []), total]);
  }
  const of = (place: string) => found.get(place) ?? [];
  return {
    ...places,
    points: places.points.map((point) => ({
      ...point,
      totals: of(point.id),
      reporting:
        point.reporting === "counted" && of(point.id).length === 0 ? "not_reported" : point.reporting,
    })),
    // People over whole months are not divided by day: they stay as they are.
    countries:
      places.people === "points"
        ? places.countries.map((country) => ({ ...country, totals: of(country.code) }))
        : places.countries,
  };
}

/** The day within the period that is played. */
export function heldIn(day: LocalDate, { from, to }: { from: LocalDate; to: LocalDate }): LocalDate {
  return day < from ? from : day > to ? to : day;
}

/** Some days on or back from the head; with no day under it yet, the first day forwards and the last backwards. */
export function steppedFrom(
  day: LocalDate | null,
  by: number,
  period: { from: LocalDate; to: LocalDate },
): LocalDate {
  if (day === null) return by > 0 ? period.from : period.to;
  return heldIn(addDays(heldIn(day, period), by), period);
}
