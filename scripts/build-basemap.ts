import { readFileSync, writeFileSync } from "node:fs";
import type { Position } from "geojson";
import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import type { Atlas } from "topojson-client";
import { packLine } from "#lib/basemap.ts";
import type { PackedBasemap } from "#lib/basemap.ts";
import { COUNTRY_CODES } from "#lib/country.ts";
import { SMALL_PLACES } from "./basemap/areas.ts";
import { bordersOf, codedParts, landOf } from "./basemap/shapes.ts";
import type { Land } from "./basemap/shapes.ts";

// Writes public/basemap from world-atlas (Natural Earth, public domain). Run by hand when the atlas or the areas change.

const root = new URL("..", import.meta.url);
const codeOfNumber = new Map((codes as string[][]).map(([alpha2, , number]) => [number!, alpha2!]));

function readAtlas(resolution: "110m" | "50m"): Atlas {
  return JSON.parse(
    readFileSync(new URL(`node_modules/world-atlas/countries-${resolution}.json`, root), "utf8"),
  ) as Atlas;
}

/** A place to stand for each country: the middle of its largest part. */
function middles(land: Land): Record<string, [number, number]> {
  const found: Record<string, [number, number]> = {};
  for (const { properties, geometry } of land.features) {
    if (properties.code === null || properties.disputed || geometry.type !== "MultiPolygon") continue;
    const largest = geometry.coordinates.toSorted((a, b) => sizeOf(b[0]!) - sizeOf(a[0]!))[0]!;
    found[properties.code] = middleOf(largest[0]!);
  }
  for (const [code, [lon, lat]] of Object.entries(SMALL_PLACES)) found[code] = [lon, lat];
  return found;
}

/** Centre of gravity on the plane, to a hundredth of a degree. */
function middleOf(ring: Position[]): [number, number] {
  let [twice, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1] as [number, number], ring[i] as [number, number]];
    const weight = x1 * y2 - x2 * y1;
    twice += weight;
    x += (x1 + x2) * weight;
    y += (y1 + y2) * weight;
  }
  return [Math.round((x / twice / 3) * 100) / 100, Math.round((y / twice / 3) * 100) / 100];
}

/** Area on the plane in square degrees, without sign. */
function sizeOf(ring: Position[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  return Math.abs(twice / 2);
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
      polygons: (geometry.coordinates as Position[][][]).map((rings) =>
        rings.map((ring) => packLine(ring, unit)),
      ),
    })),
    settled: borders.settled.map((line) => packLine(line, unit)),
    disputed: borders.disputed.map((line) => packLine(line, unit)),
    points: COUNTRY_CODES.filter((code) => !drawn.has(code)).map((code) => [code, ...places[code]!]),
  };
  write(`world-${resolution}`, packed);
}
write("places", places);
