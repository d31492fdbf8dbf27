import fc from "fast-check";
import { expect, test } from "vitest";
import { readTile } from "#testing/read-tile.ts";
import type { LonLat } from "./geo.ts";
import { APART, cellOf, cellsAround, mercatorOf, placeOf } from "./tile-grid.ts";
import { encodeTile } from "./vector-tile.ts";

const point = fc.record({
  id: fc.integer({ min: 0, max: 2 ** 40 }),
  x: fc.integer({ min: -64, max: 4160 }),
  y: fc.integer({ min: 0, max: 4096 }),
  properties: fc.dictionary(
    fc.constantFrom("points", "checks:documents", "matches:cases"),
    fc.integer({ min: 0, max: 3_000_000_000 }),
  ),
});

test("a tile without points has no bytes", () => {
  expect(encodeTile("results", [])).toHaveLength(0);
});

test("whatever is written into a tile is read back", () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
      const written = points.map((one) => ({ ...one, properties: { ...one.properties } }));
      expect(readTile(encodeTile("results", written))).toEqual({ layer: "results", features: written });
    }),
  );
});

test("a place and its Mercator square lead to each other, north and west first", () => {
  for (const place of [
    [36.93, -1.32],
    [-74.15, 4.7],
    [0, 0],
    [179.9, 84],
  ] as LonLat[]) {
    const [lon, lat] = placeOf(mercatorOf(place));
    expect(lon).toBeCloseTo(place[0], 9);
    expect(lat).toBeCloseTo(place[1], 9);
  }
  expect(mercatorOf([-180, 0])).toEqual([0, 0.5]);
});

test("cells halve with each zoom and part every place in the end", () => {
  expect([cellsAround(-1), cellsAround(0), cellsAround(1.9), cellsAround(2)]).toEqual([8, 8, 16, 32]);
  const [nairobi, mombasa]: LonLat[] = [
    [36.93, -1.32],
    [39.66, -4.04],
  ];
  expect(cellOf(nairobi!, 0)).toBe(cellOf(mombasa!, 0));
  expect(cellOf(nairobi!, APART)).not.toBe(cellOf([36.95, -1.32], APART));
});
