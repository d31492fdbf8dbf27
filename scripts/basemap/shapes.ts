import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { GeoJSON, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { Atlas, AtlasPart } from "topojson-client";
import { stretchesOf } from "#lib/geo.ts";
import type { CountryShapes, LonLat } from "#lib/geo.ts";
import { DISPUTED_BORDERS, PARTS } from "./areas.ts";
import type { Box } from "./areas.ts";

type Part = AtlasPart & { properties: { code: string | null; disputed?: true } };

/** GeoJSON knows positions only as lists of numbers; the atlas has exactly two. */
const lonLat = ([lon = NaN, lat = NaN]: Position): LonLat => [lon, lat];

const within = ([lon, lat]: LonLat, [west, south, east, north]: Box) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Degrees on an unprojected plane, cut where longitudes wrap: rings no longer smear across the map. */
function cut<Shape extends GeoJSON>(shape: Shape): Shape {
  const plane = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true);
  return geoProject(shape, plane);
}

/** Where the outline of a single polygon begins. */
function firstPlace(atlas: Atlas, polygon: AtlasPart): LonLat {
  const [drawn] = feature(atlas, { type: "GeometryCollection", geometries: [polygon] }).features;
  return lonLat(drawn?.geometry.coordinates.flat(drawn.geometry.type === "Polygon" ? 1 : 2)[0] as Position);
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
      const place = firstPlace(atlas, polygon);
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

function roundLine(line: Position[], decimals: number): LonLat[] {
  const scale = 10 ** decimals;
  const rounded: LonLat[] = [];
  for (const [lon, lat] of line.map(lonLat)) {
    const next: LonLat = [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale];
    const last = rounded.at(-1);
    if (last?.[0] !== next[0] || last[1] !== next[1]) rounded.push(next);
  }
  return rounded;
}

/** Rounds polygons; what shrinks to nothing is dropped unless it is all a country has. */
function roundPolygons(polygons: Position[][][], decimals: number): LonLat[][][] {
  const rounded = polygons
    .map((rings) => rings.map((ring) => roundLine(ring, decimals)).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  return rounded.length > 0
    ? rounded
    : polygons.slice(0, 1).map((rings) => rings.map((ring) => ring.map(lonLat)));
}

export function landOf(atlas: Atlas, parts: Part[], decimals: number): CountryShapes {
  const drawn = cut(feature<Part["properties"]>(atlas, { type: "GeometryCollection", geometries: parts }));
  const features = drawn.features.map(({ geometry, properties }): CountryShapes["features"][number] => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return {
      type: "Feature",
      properties,
      geometry: { type: "MultiPolygon", coordinates: roundPolygons(polygons, decimals) },
    };
  });
  return { type: "FeatureCollection", features };
}

type Borders = { settled: LonLat[][]; disputed: LonLat[][] };

function isDisputed(a: Part, b: Part, place: LonLat): boolean {
  if (a.properties.disputed || b.properties.disputed) return true;
  return DISPUTED_BORDERS.some(
    ({ between, box }) =>
      [a, b].every(({ properties }) => properties.code !== null && between.includes(properties.code)) &&
      (!box || within(place, box)),
  );
}

/** Lines between countries, coasts left out: the settled ones and those to be dashed. */
export function bordersOf(atlas: Atlas, parts: Part[], decimals: number): Borders {
  const borders: Borders = { settled: [], disputed: [] };
  for (const [index, a] of parts.entries())
    for (const b of parts.slice(index + 1)) {
      const both = { type: "GeometryCollection" as const, geometries: [a, b] };
      const shared = mesh(atlas, both, (left, right) => left !== right);
      for (const line of shared.coordinates)
        for (const { dashed, points } of piecesOf(roundLine(line, decimals), (place) =>
          isDisputed(a, b, place),
        ))
          borders[dashed ? "disputed" : "settled"].push(points);
    }
  return borders;
}

/** Cuts a line where it passes from settled to disputed. */
function piecesOf(line: LonLat[], at: (place: LonLat) => boolean): { dashed: boolean; points: LonLat[] }[] {
  const pieces: { dashed: boolean; points: LonLat[] }[] = [];
  for (const [from, to] of stretchesOf(line)) {
    const dashed = at(from);
    const last = pieces.at(-1);
    if (last?.dashed === dashed) last.points.push(to);
    else pieces.push({ dashed, points: [from, to] });
  }
  return pieces;
}
