import type { FeatureCollection, LineString, MultiLineString, Point } from "geojson";
import type { Basemap } from "#lib/basemap.ts";
import type { LonLat } from "#lib/geo.ts";
import type { MapArea, MapCorridor } from "./map-types.ts";
import type { Palette } from "./use-palette.ts";

export type Lines = FeatureCollection<MultiLineString, { disputed: boolean }>;

/** Borders as two features, so that one layer draws them whole and the other dashed. */
export function borderLines(basemap: Basemap): Lines {
  const feature = (disputed: boolean): Lines["features"][number] => ({
    type: "Feature",
    properties: { disputed },
    geometry: { type: "MultiLineString", coordinates: disputed ? basemap.disputed : basemap.settled },
  });
  return { type: "FeatureCollection", features: [feature(false), feature(true)] };
}

/** Countries too small for a polygon, as places. */
export function smallCountries(basemap: Basemap): FeatureCollection<Point, { code: string }> {
  return {
    type: "FeatureCollection",
    features: basemap.points.map(({ code, lon, lat }) => ({
      type: "Feature",
      properties: { code },
      geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  };
}

/** The colour of each named country as an expression of the style, and another for all others. */
export function areaColours(areas: readonly MapArea[], palette: Palette, other: string): unknown {
  const byCode = new Map(areas.map(({ code, tone }) => [code, palette[tone]]));
  if (byCode.size === 0) return other;
  return ["match", ["coalesce", ["get", "code"], ""], ...[...byCode].flat(), other];
}

const STEPS = 24;

/** A line bowed towards the pole, so that two corridors between the same places do not hide each other's ends. */
export function curveOf(from: LonLat, to: LonLat): LonLat[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const north = dx >= 0 ? 1 : -1;
  const over: LonLat = [(from[0] + to[0]) / 2 - dy * 0.18 * north, (from[1] + to[1]) / 2 + dx * 0.18 * north];
  return Array.from({ length: STEPS + 1 }, (_, step): LonLat => {
    const t = step / STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * from[0] + b * over[0] + c * to[0], a * from[1] + b * over[1] + c * to[1]];
  });
}

export function corridorLines(
  corridors: readonly MapCorridor[],
  palette: Palette,
): FeatureCollection<LineString, { colour: string }> {
  return {
    type: "FeatureCollection",
    features: corridors.map(({ from, to, tone }) => ({
      type: "Feature",
      properties: { colour: palette[tone] },
      geometry: { type: "LineString", coordinates: curveOf(from, to) },
    })),
  };
}
