import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import type { Atlas } from "topojson-client";
import { packLine } from "#lib/basemap.ts";
import type { PackedBasemap } from "#lib/basemap.ts";
import { stretchesOf } from "#lib/geo.ts";
import type { CountryShapes, LonLat } from "#lib/geo.ts";
import { SMALL_PLACES } from "./basemap/areas.ts";
import { bordersOf, codedParts, landOf } from "./basemap/shapes.ts";

// Writes public/basemap from world-atlas (Natural Earth, public domain). Run by hand when the atlas or the areas change.

const root = new URL("..", import.meta.url);
const require = createRequire(import.meta.url);
const codeOfNumber = new Map(
  (codes as [string, string, string][]).map(([alpha2, , number]) => [number, alpha2]),
);

function readAtlas(resolution: "110m" | "50m"): Atlas {
  return resolution === "110m"
    ? (require("world-atlas/countries-110m.json") as Atlas)
    : (require("world-atlas/countries-50m.json") as Atlas);
}

/** A place to stand for each country: the middle of its largest part. */
function middles(land: CountryShapes): ReadonlyMap<string, LonLat> {
  const found = new Map(
    Object.entries(SMALL_PLACES).map(([code, [lon, lat]]): [string, LonLat] => [code, [lon, lat]]),
  );
  for (const { properties, geometry } of land.features) {
    if (properties.code === null || properties.disputed) continue;
    const outlines = geometry.coordinates.flatMap(([outer]) => (outer ? [momentsOf(outer)] : []));
    const largest = outlines.reduce((most, one) => (Math.abs(one.twice) > Math.abs(most.twice) ? one : most));
    const hundredths = (sum: number) => Math.round((sum / largest.twice / 3) * 100) / 100;
    found.set(properties.code, [hundredths(largest.x), hundredths(largest.y)]);
  }
  return found;
}

/** Twice the area of a ring on the plane, and the sums its centre of gravity comes from. */
function momentsOf(ring: LonLat[]): { twice: number; x: number; y: number } {
  const sums = { twice: 0, x: 0, y: 0 };
  for (const [[x1, y1], [x2, y2]] of stretchesOf(ring)) {
    const weight = x1 * y2 - x2 * y1;
    sums.twice += weight;
    sums.x += (x1 + x2) * weight;
    sums.y += (y1 + y2) * weight;
  }
  return sums;
}

function write(name: string, content: unknown): void {
  const text = JSON.stringify(content);
  writeFileSync(new URL(`public/basemap/${name}.json`, root), `${text}\n`);
  process.stdout.write(`public/basemap/${name}.json ${Math.round(text.length / 1024)} kB\n`);
}

const places = middles(landOf(readAtlas("50m"), codedParts(readAtlas("50m"), codeOfNumber), 3));

for (const [resolution, decimals] of [
  ["110m", 2],
  ["50m", 3],
] as const) {
  const atlas = readAtlas(resolution);
  const parts = codedParts(atlas, codeOfNumber);
  const land = landOf(atlas, parts, decimals);
  const borders = bordersOf(atlas, parts, decimals);
  const drawn = new Set(land.features.map(({ properties }) => properties.code));
  const unit = 10 ** decimals;
  const packed: PackedBasemap = {
    unit,
    land: land.features.map(({ properties, geometry }) => ({
      ...properties,
      polygons: geometry.coordinates.map((rings) => rings.map((ring) => packLine(ring, unit))),
    })),
    settled: borders.settled.map((line) => packLine(line, unit)),
    disputed: borders.disputed.map((line) => packLine(line, unit)),
    points: [...places].filter(([code]) => !drawn.has(code)).map(([code, place]) => [code, ...place]),
  };
  write(`world-${resolution}`, packed);
}
write("places", Object.fromEntries(places));
