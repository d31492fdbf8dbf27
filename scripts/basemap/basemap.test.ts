import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import type { Atlas } from "topojson-client";
import { describe, expect, test } from "vitest";
import { unpackBasemap } from "#lib/basemap.ts";
import type { PackedBasemap } from "#lib/basemap.ts";
import { COUNTRY_CODES } from "#lib/country.ts";
import { countryAt, stretchesOf } from "#lib/geo.ts";
import type { LonLat } from "#lib/geo.ts";

const fileOf = (name: string) => new URL(`../../public/basemap/${name}.json`, import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(fileOf(name), "utf8"));

/** The widest step in longitude between two neighbours of a line. */
function widestStep(line: LonLat[]): number {
  return Math.max(...[...stretchesOf(line)].map(([from, to]) => Math.abs(to[0] - from[0])));
}

describe.each(["world-110m", "world-50m"])("the basemap %s", (name) => {
  const map = unpackBasemap(read(name) as PackedBasemap);
  const rings = map.land.features.flatMap(({ geometry }) => geometry.coordinates).flat();

  test("has every country and territory once, as a polygon or as a point", () => {
    const drawn = map.land.features.filter(({ properties }) => properties.code && !properties.disputed);
    const codes = [
      ...drawn.map(({ properties }) => properties.code ?? ""),
      ...map.points.map(({ code }) => code),
    ];
    expect(codes.toSorted()).toEqual([...COUNTRY_CODES].toSorted());
  });

  test("no ring and no border jumps across the map", () => {
    expect(rings.length).toBeGreaterThan(200);
    // Antarctica closes along the pole in two steps of exactly 180 degrees.
    for (const ring of rings) expect(widestStep(ring)).toBeLessThanOrEqual(180);
    for (const line of [...map.settled, ...map.disputed]) expect(widestStep(line)).toBeLessThan(180);
  });

  test("rings are closed and lie on the globe", () => {
    for (const ring of rings) {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring[0]).toEqual(ring.at(-1));
      for (const [lon, lat] of ring) expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90).toBe(true);
    }
  });

  test("areas without a code are disputed, and their borders are dashed", () => {
    const nameless = map.land.features.filter(({ properties }) => properties.code === null);
    expect(nameless.length).toBeGreaterThanOrEqual(3);
    for (const { properties } of nameless) expect(properties.disputed).toBe(true);
    expect(map.disputed.length).toBeGreaterThanOrEqual(nameless.length);
    expect(map.settled.length).toBeGreaterThan(200);
  });

  test("a place lies in its country", () => {
    const places = {
      KE: [36.8, -1.3],
      FR: [2.35, 48.85],
      GF: [-53, 4],
      RU: [170, 66],
      US: [-150, 64],
    } as const;
    for (const [code, [lon, lat]] of Object.entries(places))
      expect(countryAt({ lon, lat }, map.land)).toBe(code);
    expect(countryAt({ lon: 34.1, lat: 45.2 }, map.land)).toBe("UA");
    expect(countryAt({ lon: -30, lat: 0 }, map.land)).toBeNull();
  });
});

test("a place to stand is known for every country", () => {
  expect(Object.keys(read("places") as object).toSorted()).toEqual([...COUNTRY_CODES].toSorted());
});

test("the basemap carries no names and stays below 1.5 MB", () => {
  const files = ["world-110m", "world-50m", "places"];
  expect(files.reduce((sum, name) => sum + statSync(fileOf(name)).size, 0)).toBeLessThan(1_500_000);
  for (const name of files) expect(readFileSync(fileOf(name), "utf8")).not.toMatch(/Kenya|Cyprus|"name"/);
});

test("the same look convicts the atlas as it comes: Russia and Fiji cross the antimeridian in it", () => {
  const atlas = createRequire(import.meta.url)("world-atlas/countries-50m.json") as Atlas;
  const uncut = feature<unknown>(atlas, atlas.objects.countries);
  const outlines = uncut.features.flatMap(({ geometry }) =>
    geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
  );
  expect(outlines.some((ring) => widestStep(ring as LonLat[]) > 180)).toBe(true);
});
