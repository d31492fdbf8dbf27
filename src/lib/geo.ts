export type Place = { lon: number; lat: number };
export type LonLat = [lon: number, lat: number];
export type CountryShape = {
  type: "Feature";
  /** Alpha-2, or null for an area without a code. */
  properties: { code: string | null; disputed?: true };
  geometry: { type: "MultiPolygon"; coordinates: LonLat[][][] };
};
/** A basemap as GeoJSON, one feature a country. */
export type CountryShapes = { type: "FeatureCollection"; features: CountryShape[] };

const EARTH_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine, mean Earth radius). */
export function distanceKm(a: Place, b: Place): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The stretches of a line, each with both its ends. */
export function* stretchesOf(line: readonly LonLat[]): Generator<[LonLat, LonLat]> {
  let from: LonLat | undefined;
  for (const to of line) {
    if (from) yield [from, to];
    from = to;
  }
}

function inRing(ring: readonly LonLat[], { lon, lat }: Place): boolean {
  let inside = false;
  for (const [[x1, y1], [x2, y2]] of stretchesOf(ring))
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  return inside;
}

function inShape(shape: CountryShape, place: Place): boolean {
  return shape.geometry.coordinates.some(
    ([outer, ...holes]) =>
      outer !== undefined && inRing(outer, place) && !holes.some((hole) => inRing(hole, place)),
  );
}

/** Code of the country a place lies in; null at sea and in areas without a code. */
export function countryAt(place: Place, shapes: CountryShapes): string | null {
  return shapes.features.find((shape) => inShape(shape, place))?.properties.code ?? null;
}

/** Distance to a segment on a plane that is flat around the place; good to a few hundred kilometres. */
function kmToSegment(place: Place, [from, to]: [LonLat, LonLat]): number {
  const scale = Math.cos(radians(place.lat));
  const flat = ([lon, lat]: LonLat) => [(lon - place.lon) * scale, lat - place.lat] as const;
  const [x1, y1] = flat(from);
  const [x2, y2] = flat(to);
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length));
  return Math.hypot(x1 + along * (x2 - x1), y1 + along * (y2 - y1)) * radians(1) * EARTH_KM;
}

/** Kilometres from a place to a country: 0 inside it; null when the basemap has no polygon of it. */
export function kmToCountry(place: Place, code: string, shapes: CountryShapes): number | null {
  const own = shapes.features.filter((shape) => shape.properties.code === code);
  if (own.length === 0) return null;
  if (own.some((shape) => inShape(shape, place))) return 0;
  let nearest = Infinity;
  for (const shape of own)
    for (const ring of shape.geometry.coordinates.flat())
      for (const stretch of stretchesOf(ring)) nearest = Math.min(nearest, kmToSegment(place, stretch));
  return nearest;
}
