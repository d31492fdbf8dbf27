import fc from "fast-check";
import { expect, test } from "vitest";
import type { MapPoint } from "./map-types.ts";
import { clustersOf } from "./prepare-clusters.ts";
import { isInside } from "./prepare-lasso.ts";

const point = fc.record({
  id: fc.uuid(),
  lon: fc.double({ min: -179, max: 179, noNaN: true }),
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  size: fc.integer({ min: 0, max: 100 }),
  arrests: fc.integer({ min: 0, max: 9 }),
});
const drawn = ({
  id,
  lon,
  lat,
  size,
  arrests,
}: typeof point extends fc.Arbitrary<infer P> ? P : never): MapPoint => ({
  id,
  lon,
  lat,
  label: id,
  tone: "access",
  halo: { tone: "checks", size },
  ...(arrests > 0 ? { badges: [{ tone: "arrests", shape: "square", count: arrests }] } : {}),
});

test("at every zoom no point is lost and what clusters carry adds up", () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), fc.integer({ min: -1, max: 9 }), (made, zoom) => {
      const points = made.map(drawn);
      const shown = clustersOf(points, zoom);
      expect(shown.reduce((sum, { members }) => sum + (members?.length ?? 1), 0)).toBe(points.length);
      const sum = (of: readonly MapPoint[], what: (one: MapPoint) => number) =>
        of.reduce((total, one) => total + what(one), 0);
      const arrests = ({ badges = [] }: MapPoint) => badges.reduce((total, { count }) => total + count, 0);
      expect(sum(shown, ({ halo }) => halo?.size ?? 0)).toBe(sum(points, ({ halo }) => halo?.size ?? 0));
      expect(sum(shown, arrests)).toBe(sum(points, arrests));
    }),
  );
});

test("a lasso holds what it goes around, also where its line turns back", () => {
  const line = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 3],
    [0, 10],
  ] as const;
  expect(isInside([2, 2], line)).toBe(true);
  expect(isInside([5, 8], line)).toBe(false);
  expect(isInside([20, 2], line)).toBe(false);
  expect(isInside([1, 1], [])).toBe(false);
});
