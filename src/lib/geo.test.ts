import fc from "fast-check";
import { expect, test } from "vitest";
import { countryAt, distanceKm, kmToCountry } from "./geo.ts";
import type { CountryShapes, LonLat } from "./geo.ts";

const square = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
/** Kenya as a square with a hole, a neighbour beside it, and an area without a code. */
const shapes: CountryShapes = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { code: "KE" },
      geometry: { type: "MultiPolygon", coordinates: [[square(0, 0, 10), square(4, 4, 2)]] },
    },
    {
      type: "Feature",
      properties: { code: "TZ" },
      geometry: { type: "MultiPolygon", coordinates: [[square(10, 0, 5)], [square(20, 0, 1)]] },
    },
    {
      type: "Feature",
      properties: { code: null },
      geometry: { type: "MultiPolygon", coordinates: [[square(4, 4, 2)]] },
    },
  ],
};

test("Paris and London are 344 kilometres apart", () => {
  expect(distanceKm({ lon: 2.3522, lat: 48.8566 }, { lon: -0.1276, lat: 51.5072 })).toBeCloseTo(343.6, 0);
});

test("distance is the same both ways, zero to itself and never more than half the globe", () => {
  const place = fc.record({
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
  });
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, a)).toBe(0);
      expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
    }),
  );
});

test("a place lies in the country around it, not in its hole, not at sea", () => {
  expect(countryAt({ lon: 1, lat: 1 }, shapes)).toBe("KE");
  expect(countryAt({ lon: 5, lat: 5 }, shapes)).toBeNull();
  expect(countryAt({ lon: 20.5, lat: 0.5 }, shapes)).toBe("TZ");
  expect(countryAt({ lon: -40, lat: 0 }, shapes)).toBeNull();
});

test("the distance to a country is 0 inside, the way to its border outside, and unknown without a polygon", () => {
  expect(kmToCountry({ lon: 1, lat: 1 }, "KE", shapes)).toBe(0);
  expect(kmToCountry({ lon: -1, lat: 0 }, "KE", shapes)).toBeCloseTo(111.2, 0);
  expect(kmToCountry({ lon: 1, lat: 1 }, "TK", shapes)).toBeNull();
});
