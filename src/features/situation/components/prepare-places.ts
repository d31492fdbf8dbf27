import type { MapArea, MapBadge, MapPoint, MapTone } from "#components/map/map-types.ts";
import type { Layer } from "../rules.ts";
import type { RouterOutputs } from "#trpc/client.tsx";

export type Places = RouterOutputs["situation"]["places"];
export type Place = Places["points"][number];
export type PointTotal = Place["totals"][number];

/** What each layer counts; the others show no count of their own. */
export const COUNTED = {
  checks: "checks",
  matches: "matches",
  confirmed: "confirmed_matches",
  arrests: "arrests",
  presumed: "victims_presumed",
  identified: "victims_identified",
} as const satisfies Partial<Record<Layer, PointTotal["measure"]>>;
export type CountedLayer = keyof typeof COUNTED;
export const COUNTED_LAYERS = Object.keys(COUNTED) as CountedLayer[];

/** A count as far as it may be drawn: 1 to 4 and withheld ones are drawn as the smallest. */
export const drawn = ({ validated, preliminary }: PointTotal) =>
  (validated.form === "count" ? validated.value : validated.form === "under" ? 1 : 0) + (preliminary ?? 0);

/** The unit in which most checks are counted: halos compare like with like. */
export function mainUnit(points: readonly Place[]): string | null {
  const sums = new Map<string, number>();
  for (const total of points.flatMap(({ totals }) => totals))
    if (total.measure === "checks") sums.set(total.unit, (sums.get(total.unit) ?? 0) + drawn(total));
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

export type CountOnMap = { validated: number; preliminary: number; points: number; hidden: number };
type Counting = { totals: readonly PointTotal[] };

/** What a layer shows in all; `hidden` places have a count that this reader sees as "<5" or not at all. */
export function countOnMap(places: readonly Counting[], measure: string, unit: string | null): CountOnMap {
  const sum: CountOnMap = { validated: 0, preliminary: 0, points: 0, hidden: 0 };
  for (const { totals } of places)
    for (const total of totals) {
      if (total.measure !== measure || (unit !== null && total.unit !== unit)) continue;
      const { validated, preliminary } = total;
      sum.points += 1;
      sum.preliminary += preliminary ?? 0;
      if (validated.form === "count") sum.validated += validated.value;
      if (validated.form === "under" || validated.form === "withheld") sum.hidden += 1;
    }
  return sum;
}

/** A layer of people: who was arrested or may be a victim is told when it is known, and its absence is no zero. */
export const isOfPeople = (layer: Layer) =>
  layer === "arrests" || layer === "presumed" || layer === "identified";

/** Whether a layer without a count is a true zero: somebody reported, and it is not of people. */
export const isZero = ({ points }: Places, layer: Layer) =>
  !isOfPeople(layer) && points.some(({ reporting }) => reporting === "counted");

/** The places that are chosen: some border points and nothing else, or everything. */
export function choosePlaces(places: Places, codes: readonly string[] | null): Places {
  if (codes === null) return places;
  const named = new Set(codes);
  return {
    ...places,
    points: places.points.filter(({ code }) => named.has(code)),
    countries: places.countries.map((country) => ({ ...country, totals: [] })),
  };
}

const LABEL_LENGTH = 18;

function labelOf({ iata, name }: Place): string {
  return iata ?? (name.length > LABEL_LENGTH ? `${name.slice(0, LABEL_LENGTH - 1)}…` : name);
}

const PEOPLE = [
  { layer: "arrests", tone: "arrests", shape: "square" },
  { layer: "presumed", tone: "victims", shape: "open" },
  { layer: "identified", tone: "victims", shape: "diamond" },
] as const satisfies { layer: CountedLayer; tone: MapTone; shape: MapBadge["shape"] }[];

/** Counts of people beside a place: arrests as a square, victims as a diamond, open while they are presumed. */
function badgesOf(totals: readonly PointTotal[], layers: readonly Layer[]): MapBadge[] {
  return PEOPLE.flatMap(({ layer, tone, shape }) => {
    const total = layers.includes(layer) && totals.find(({ measure }) => measure === COUNTED[layer]);
    if (!total || drawn(total) === 0) return [];
    return [{ tone, shape, count: drawn(total), hatched: total.validated.form === "missing" }];
  });
}

export type Drawing = {
  layers: readonly Layer[];
  unit: string | null;
  /** The most any point counts, whatever the day: what a full halo stands for. */
  most: number;
  describe: (place: Place) => string;
  /** Whether access at a border point is live; undefined where the layer is off or the reader may not know. */
  live: (place: Place) => boolean | undefined;
};

const checksOf = (place: Place, unit: string | null) =>
  place.totals.find((total) => total.measure === "checks" && total.unit === unit);

/** Whether a border point counts checks of which none is validated. */
export function drawnHatched(place: Place, unit: string | null): boolean {
  const checks = checksOf(place, unit);
  if (!checks || drawn(checks) === 0) return false;
  return (
    checks.validated.form === "missing" || (checks.validated.form === "count" && checks.validated.value === 0)
  );
}

export function mostChecks(points: readonly Place[], unit: string | null): number {
  return Math.max(0, ...points.map((place) => drawn(checksOf(place, unit) ?? NONE)));
}

/** Points as they are drawn: a dot where a border point lies, a halo for its checks, a ring where there are matches. */
export function mapPoints(points: readonly Place[], drawing: Drawing): MapPoint[] {
  const { layers, unit, most, describe, live } = drawing;
  const shows = (layer: Layer) => layers.includes(layer);
  const some = (place: Place, layer: CountedLayer) =>
    shows(layer) && place.totals.some((total) => total.measure === COUNTED[layer] && drawn(total) > 0);
  return points.flatMap((place): MapPoint[] => {
    if (!place.place) return [];
    const checks = shows("checks") ? checksOf(place, unit) : undefined;
    const ring = some(place, "confirmed") ? "confirmed" : some(place, "matches") ? "matches" : undefined;
    const badges = badgesOf(place.totals, layers);
    const access = shows("access") ? live(place) : undefined;
    if (!shows("points") && access === undefined && !checks && !ring && badges.length === 0) return [];
    const counted = checks === undefined ? 0 : drawn(checks);
    return [
      {
        id: place.id,
        ...place.place,
        label: labelOf(place),
        // Of thousands of points only those are described that stand alone at this zoom.
        get description() {
          return describe(place);
        },
        tone: shows("points") || access !== undefined ? "access" : checks ? "checks" : (ring ?? "arrests"),
        ...(access === false ? { hatched: true } : {}),
        ...(counted > 0 && most > 0
          ? {
              halo: {
                tone: "checks" as const,
                size: counted / most,
                hatched: drawnHatched(place, unit),
              },
            }
          : {}),
        ...(ring ? { ring } : {}),
        ...(badges.length > 0 ? { badges } : {}),
      },
    ];
  });
}

const NONE: PointTotal = { measure: "checks", unit: "", validated: { form: "missing" }, preliminary: null };

/** Countries that take part, filled lightly while operations are shown; those with results of no border point in their colour. */
export function mapAreas(countries: Places["countries"], layers: readonly Layer[]): MapArea[] {
  return countries.flatMap(({ code, totals }): MapArea[] => {
    const badges = badgesOf(totals, layers);
    const [first] = badges;
    if (first) return [{ code, tone: first.tone, badges }];
    return layers.includes("operations") ? [{ code, tone: "accent" }] : [];
  });
}
