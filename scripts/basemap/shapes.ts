import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { FeatureCollection, GeoJSON, MultiPolygon, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { Atlas, AtlasPart } from "topojson-client";
import { DISPUTED_BORDERS, PARTS } from "./areas.ts";
import type { Box } from "./areas.ts";

export type Land = FeatureCollection<Polygon | MultiPolygon, { code: string | null; disputed?: true }>;
type Part = AtlasPart & { properties: { code: string | null; disputed?: true } };

const within = (position: Position, [west, south, east, north]: Box) =>
  position[0]! >= west && position[0]! <= east && position[1]! >= south && position[1]! <= north;

/** Degrees on an unprojected plane, cut where longitudes wrap: rings no longer smear across the map. */
function cut<Shape extends GeoJSON>(shape: Shape): Shape {
  const plane = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true);
  return geoProject(shape, plane);
}

function firstPosition(atlas: Atlas, part: AtlasPart): Position {
  const land = feature(atlas, { type: "GeometryCollection", geometries: [part] });
  const { geometry } = land.features[0]!;
  return (geometry.type === "Polygon" ? geometry.coordinates[0]![0] : geometry.coordinates[0]![0]![0])!;
}

/** The atlas' countries with our codes, one part a code, split where a part belongs to another code. */
export function codedParts(atlas: Atlas, codeOfNumber: ReadonlyMap<string, string>): Part[] {
  const parts = new Map<string, Part>();
  for (const drawn of atlas.objects.countries.geometries) {
    const name = typeof drawn.properties.name === "string" ? drawn.properties.name : "";
    const own = (drawn.id && codeOfNumber.get(drawn.id)) || null;
    const polygons = drawn.type === "Polygon" ? [drawn.arcs] : (drawn.arcs as unknown[][]);
    for (const arcs of polygons) {
      const polygon: AtlasPart = { type: "Polygon", arcs, properties: {} };
      const place = firstPosition(atlas, polygon);
      const other = PARTS.find(({ of, box }) => of === (own ?? name) && within(place, box));
      const code = other ? other.code : own;
      const disputed = code === null || other?.disputed === true;
      const key = `${code ?? name}${disputed ? "?" : ""}`;
      const part = parts.get(key) ?? {
        type: "MultiPolygon",
        arcs: [],
        properties: disputed ? { code, disputed } : { code },
      };
      part.arcs.push(arcs);
      parts.set(key, part);
    }
  }
  return [...parts.values()];
}

const round = (decimals: number) => {
  const scale = 10 ** decimals;
  return (value: number) => Math.round(value * scale) / scale;
};

function roundRing(ring: Position[], decimals: number): Position[] {
  const rounded = ring.map((position) => position.map(round(decimals)));
  return rounded.filter(([x, y], i) => i === 0 || x !== rounded[i - 1]![0] || y !== rounded[i - 1]![1]);
}

/** Rounds a polygon; what shrinks to nothing is dropped unless it is all a country has. */
function roundPolygons(polygons: Position[][][], decimals: number): Position[][][] {
  const rounded = polygons
    .map((rings) => rings.map((ring) => roundRing(ring, decimals)).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  return rounded.length > 0 ? rounded : polygons.slice(0, 1);
}

export function landOf(atlas: Atlas, parts: Part[], decimals: number): Land {
  const drawn = cut(feature<Part["properties"]>(atlas, { type: "GeometryCollection", geometries: parts }));
  const features = drawn.features.map(({ geometry, properties }): Land["features"][number] => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return {
      type: "Feature",
      properties,
      geometry: { type: "MultiPolygon", coordinates: roundPolygons(polygons, decimals) },
    };
  });
  return { type: "FeatureCollection", features };
}

function isDisputed(a: Part, b: Part, place: Position): boolean {
  if (a.properties.disputed || b.properties.disputed) return true;
  return DISPUTED_BORDERS.some(
    ({ between, box }) =>
      between.includes(a.properties.code!) &&
      between.includes(b.properties.code!) &&
      (!box || within(place, box)),
  );
}

/** Lines between countries, coasts left out: the settled ones and those to be dashed. */
export function bordersOf(
  atlas: Atlas,
  parts: Part[],
  decimals: number,
): { settled: Position[][]; disputed: Position[][] } {
  const lines = { settled: [] as Position[][], disputed: [] as Position[][] };
  for (const [index, a] of parts.entries())
    for (const b of parts.slice(index + 1)) {
      const shared = mesh(
        atlas,
        { type: "GeometryCollection", geometries: [a, b] },
        (left, right) => left !== right,
      );
      for (const line of shared.coordinates)
        sortLine(line, decimals, { lines, at: (place) => isDisputed(a, b, place) });
    }
  return lines;
}

type Sorting = { lines: { settled: Position[][]; disputed: Position[][] }; at: (place: Position) => boolean };

/** Cuts a line where it passes from settled to disputed. */
function sortLine(line: Position[], decimals: number, { lines, at }: Sorting): void {
  const points = roundRing(line, decimals);
  let start = 0;
  for (let i = 1; i < points.length; i++) {
    const dashed = at(points[i - 1]!);
    if (i === points.length - 1 || at(points[i]!) !== dashed) {
      lines[dashed ? "disputed" : "settled"].push(points.slice(start, i + 1));
      start = i;
    }
  }
}
