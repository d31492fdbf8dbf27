import type { MapArea, MapPoint } from "#components/map/map-types.ts";
import type { Layer } from "../schema.ts";
import type { RouterOutputs } from "#trpc/client.tsx";

export type Places = RouterOutputs["situation"]["places"];
export type Place = Places["points"][number];
type PointTotal = Place["totals"][number];

/** A count as far as it may be drawn: 1 to 4 and withheld ones are drawn as the smallest. */
const drawn = ({ validated, preliminary }: PointTotal) =>
  (validated.form === "count" ? validated.value : validated.form === "under" ? 1 : 0) + (preliminary ?? 0);

/** The unit in which most checks are counted: halos compare like with like. */
export function mainUnit(points: readonly Place[]): string | null {
  const sums = new Map<string, number>();
  for (const total of points.flatMap(({ totals }) => totals))
    if (total.measure === "checks") sums.set(total.unit, (sums.get(total.unit) ?? 0) + drawn(total));
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

export type CountOnMap = { validated: number; preliminary: number; points: number; hidden: number };

/** What a layer shows in all; `hidden` points have a count that this reader sees as "<5" or not at all. */
export function countOnMap(points: readonly Place[], measure: string, unit: string | null): CountOnMap {
  const held = points.flatMap(({ totals }) =>
    totals.filter((total) => total.measure === measure && (unit === null || total.unit === unit)),
  );
  return {
    validated: held.reduce((sum, { validated: one }) => sum + (one.form === "count" ? one.value : 0), 0),
    preliminary: held.reduce((sum, { preliminary }) => sum + (preliminary ?? 0), 0),
    points: held.length,
    hidden: held.filter(({ validated: { form } }) => form === "under" || form === "withheld").length,
  };
}

const LABEL_LENGTH = 18;

function labelOf({ iata, name }: Place): string {
  return iata ?? (name.length > LABEL_LENGTH ? `${name.slice(0, LABEL_LENGTH - 1)}…` : name);
}

type Drawing = { layers: readonly Layer[]; unit: string | null; describe: (place: Place) => string };

/** Points as they are drawn: a dot where a border point lies, a halo for its checks, a ring where there are matches. */
export function mapPoints(points: readonly Place[], { layers, unit, describe }: Drawing): MapPoint[] {
  const shows = (layer: Layer) => layers.includes(layer);
  const checksOf = (place: Place) =>
    place.totals.find((total) => total.measure === "checks" && total.unit === unit);
  const most = Math.max(0, ...points.map((place) => drawn(checksOf(place) ?? NONE)));
  return points.flatMap((place) => {
    if (!place.place) return [];
    const checks = shows("checks") ? checksOf(place) : undefined;
    const matches =
      shows("matches") && place.totals.some((total) => total.measure === "matches" && drawn(total) > 0);
    if (!shows("points") && !checks && !matches) return [];
    const preliminaryOnly = checks?.validated.form === "missing";
    return [
      {
        id: place.id,
        ...place.place,
        label: labelOf(place),
        description: describe(place),
        tone: shows("points") ? "access" : checks ? "checks" : "matches",
        ...(checks && most > 0
          ? { halo: { tone: "checks" as const, size: drawn(checks) / most, hatched: preliminaryOnly } }
          : {}),
        ...(matches ? { ring: "matches" as const } : {}),
      },
    ];
  });
}

const NONE: PointTotal = { measure: "checks", unit: "", validated: { form: "missing" }, preliminary: null };

/** Countries that take part, filled lightly while operations are shown. */
export function mapAreas(countries: Places["countries"], layers: readonly Layer[]): MapArea[] {
  return layers.includes("operations") ? countries.map(({ code }) => ({ code, tone: "accent" })) : [];
}
