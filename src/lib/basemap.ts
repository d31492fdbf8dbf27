import type { CountryShapes, LonLat } from "./geo.ts";

/** A line as whole steps of 1/`unit` degree: first position, then the way from each to the next. */
type Steps = number[];
/** What public/basemap/world-*.json holds. Codes are alpha-2; null for areas without a code. */
export type PackedBasemap = {
  unit: number;
  land: { code: string | null; disputed?: true; polygons: Steps[][] }[];
  settled: Steps[];
  disputed: Steps[];
  /** Countries and territories without a polygon at this resolution: code, longitude, latitude. */
  points: [string, number, number][];
};

export type Basemap = {
  land: CountryShapes;
  settled: LonLat[][];
  disputed: LonLat[][];
  points: { code: string; lon: number; lat: number }[];
};

export function packLine(line: readonly LonLat[], unit: number): Steps {
  const steps: Steps = [];
  let [x, y] = [0, 0];
  for (const [lon, lat] of line) {
    const [toX, toY] = [Math.round(lon * unit), Math.round(lat * unit)];
    steps.push(toX - x, toY - y);
    [x, y] = [toX, toY];
  }
  return steps;
}

function unpackLine(steps: Steps, unit: number): LonLat[] {
  const line: LonLat[] = [];
  let [x, y] = [0, 0];
  for (const [index, step] of steps.entries()) {
    if (index % 2 === 0) x += step;
    else line.push([x / unit, (y += step) / unit]);
  }
  return line;
}

/** Degrees again: shapes for the map and for `countryAt`. */
export function unpackBasemap(packed: PackedBasemap): Basemap {
  const lines = (many: Steps[]) => many.map((steps) => unpackLine(steps, packed.unit));
  return {
    land: {
      type: "FeatureCollection",
      features: packed.land.map(({ code, disputed, polygons }) => ({
        type: "Feature",
        properties: disputed ? { code, disputed } : { code },
        geometry: { type: "MultiPolygon", coordinates: polygons.map(lines) },
      })),
    },
    settled: lines(packed.settled),
    disputed: lines(packed.disputed),
    points: packed.points.map(([code, lon, lat]) => ({ code, lon, lat })),
  };
}
