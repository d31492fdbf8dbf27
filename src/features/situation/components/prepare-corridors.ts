import type { MapCorridor } from "#components/map/map-types.ts";
import type { LonLat } from "#lib/geo.ts";
import type { LocalDate } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { PlayMode } from "../rules.ts";
import type { Place } from "./prepare-places.ts";

export type Corridors = RouterOutputs["situation"]["corridors"];
export type CorridorNow = Omit<Corridors[number], "days"> & {
  place: Place;
  validated: number;
  preliminary: number;
};

type Chosen = { points: readonly Place[]; day: LocalDate | null; mode: PlayMode };

/** Corridors that end at one of these border points, as they stood at the end of the day or with that day alone. */
export function corridorsOn(corridors: Corridors, { points, day, mode }: Chosen): CorridorNow[] {
  const byId = new Map(points.map((place) => [place.id, place]));
  return corridors.flatMap(({ days, ...corridor }): CorridorNow[] => {
    const place = byId.get(corridor.point);
    const held = days.filter(({ on }) => day === null || (mode === "day" ? on === day : on <= day));
    if (!place || held.length === 0) return [];
    const sum = (of: "validated" | "preliminary") => held.reduce((total, one) => total + one[of], 0);
    return [{ ...corridor, place, validated: sum("validated"), preliminary: sum("preliminary") }];
  });
}

/** Lines from the place of the issuing country to the border point; none where either has no place. */
export function mapCorridors(
  corridors: readonly CorridorNow[],
  places: Record<string, LonLat> | null,
): MapCorridor[] {
  return corridors.flatMap(({ point, issuer, country, place }): MapCorridor[] => {
    const from = country === null ? undefined : places?.[country];
    if (!from || !place.place) return [];
    return [{ id: `${issuer}-${point}`, from, to: [place.place.lon, place.place.lat], tone: "confirmed" }];
  });
}
