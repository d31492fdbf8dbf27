import fc from "fast-check";
import { expect, test } from "vitest";
import type { LonLat } from "#lib/geo.ts";
import { areaColours, curveOf } from "./prepare-ground.ts";
import { boundsOf, haloRadius, labelsWithRoom, marksWithRoom, mirrored, WORLD } from "./prepare-view.ts";
import type { Palette } from "./use-palette.ts";

const palette = { accent: "#0b6173", checks: "#5d7286" } as Palette;

test("without places the world is in view; with one there is room around it", () => {
  expect(boundsOf([])).toEqual(WORLD);
  const [[west, south], [east, north]] = boundsOf([[36.9, -1.3]]);
  expect(east - west).toBeCloseTo(6);
  expect(north - south).toBeCloseTo(6);
});

test("every place lies in the box, and the box on the globe", () => {
  const place = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -60, max: 75, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
      const [[west, south], [east, north]] = boundsOf(places as LonLat[]);
      expect(west).toBeGreaterThanOrEqual(-180);
      expect(east).toBeLessThanOrEqual(180);
      expect(places.every(([x, y]) => x >= west && x <= east && y >= south && y <= north)).toBe(true);
    }),
  );
});

test("of two labels on the same spot the first one stays; the other takes its other side, or none", () => {
  const frame = { x: -100, y: 0, width: 200, height: 14 };
  const label = (x: number) => ({ x, y: 0, width: 30, height: 14 });
  const dot = (x: number) => ({ x, y: 2, width: 10, height: 10 });
  const one = [label(0), label(20), label(40)].map((box) => [box]);
  expect(labelsWithRoom(one, { taken: [], frame })).toEqual([0, null, 0]);
  expect(labelsWithRoom(one, { taken: [dot(45)], frame })).toEqual([0, null, null]);
  expect(mirrored(label(20), dot(5))).toEqual(label(-30));
  const both = (x: number) => [label(x + 12), mirrored(label(x + 12), dot(x))];
  expect(labelsWithRoom([both(0), both(20)], { taken: [], frame })).toEqual([0, null]);
  expect(labelsWithRoom([both(20), both(0)], { taken: [], frame })).toEqual([0, 1]);
  // Beyond the edge of the map no label stands.
  expect(labelsWithRoom([both(80)], { taken: [], frame })).toEqual([1]);
  expect(labelsWithRoom([both(80)], { taken: [label(40)], frame })).toEqual([null]);
});

test("a halo of a quarter has half the radius above its core", () => {
  expect(haloRadius(0)).toBe(7);
  expect(haloRadius(0.25) - 7).toBeCloseTo((haloRadius(1) - 7) / 2);
  expect(haloRadius(2)).toBeGreaterThan(haloRadius(1));
  expect(haloRadius(9)).toBe(haloRadius(2));
});

test("a corridor begins and ends where it should and bows to the north both ways", () => {
  for (const [from, to] of [
    [
      [0, 0],
      [40, 0],
    ],
    [
      [40, 0],
      [0, 0],
    ],
  ] as [LonLat, LonLat][]) {
    const curve = curveOf(from, to);
    expect(curve[0]).toEqual(from);
    expect(curve.at(-1)).toEqual(to);
    expect(curve[12]![1]).toBeGreaterThan(2);
  }
});

test("countries take their tone, all others the land", () => {
  expect(areaColours([], palette, "#fff")).toBe("#fff");
  expect(areaColours([{ code: "KE", tone: "accent" }], palette, "#fff")).toEqual([
    "match",
    ["coalesce", ["get", "code"], ""],
    "KE",
    "#0b6173",
    "#fff",
  ]);
});

test("of two dots a finger cannot tell apart the first can be chosen; none under a control can", () => {
  const dot = (x: number, y = 0) => ({ x, y, width: 24, height: 24 });
  expect([...marksWithRoom([dot(0), dot(20), dot(24), dot(100)])]).toEqual([0, 2, 3]);
  expect([...marksWithRoom([dot(0), dot(100)], [{ x: 90, y: -10, width: 60, height: 60 }])]).toEqual([0]);
});
