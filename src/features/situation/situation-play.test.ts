import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#lib/period.ts";
import { accessOn, isLive } from "./components/prepare-access.ts";
import { corridorsOn, mapCorridors } from "./components/prepare-corridors.ts";
import { choosePlaces, countOnMap, type Place, type Places } from "./components/prepare-places.ts";
import {
  beforeNext,
  heldIn,
  holds,
  NOTHING_BEFORE,
  placesOn,
  steppedFrom,
  stretchReady,
  type Before,
  type Days,
  type Head,
} from "./components/prepare-play.ts";
import {
  keepApart,
  STRETCH_DAYS,
  stretchIn,
  stretchOf,
  switchLayer,
  writeLayers,
  writeView,
} from "./rules.ts";
import { readSituationSearch } from "./schema.ts";

const place = (id: string): Place => ({
  id,
  code: id.toUpperCase(),
  name: id,
  kind: "airport",
  iata: null,
  countryCode: "KE",
  timeZone: "Africa/Nairobi",
  place: { lat: 1, lon: 2 },
  operations: [],
  totals: [],
  reporting: "counted",
});
const places: Places = {
  asOf: new Date(0),
  operations: [],
  countries: [{ code: "KE", operations: [], totals: [] }],
  points: [place("a"), place("b")],
  matchesOfAll: false,
  people: "points",
};
const days: Days = {
  period: { from: "2026-10-20", to: "2026-11-06" },
  stretch: { from: "2026-11-03", to: "2026-11-06" },
  places: [
    {
      place: "a",
      series: [
        {
          measure: "checks",
          unit: "documents",
          days: [0, 1, 3],
          validated: [10, 5, null],
          preliminary: [null, 2, 7],
        },
      ],
    },
    {
      place: "KE",
      series: [{ measure: "arrests", unit: "people", days: [2], validated: [3], preliminary: [] }],
    },
  ],
  filed: [{ place: "b", days: [1] }],
};
const seen = (before: Before, { day, mode }: Head) =>
  placesOn(places, stretchReady(days, before)!, { day, mode });
const at = (day: string, mode: "sum" | "day") => seen(NOTHING_BEFORE, { day, mode });

describe("the days", () => {
  test("add up to the head, preliminary apart, or stand alone", () => {
    expect(at("2026-11-04", "sum").points[0]?.totals).toEqual([
      { measure: "checks", unit: "documents", validated: { form: "count", value: 15 }, preliminary: 2 },
    ]);
    expect(at("2026-11-06", "day").points[0]?.totals).toEqual([
      { measure: "checks", unit: "documents", validated: { form: "missing" }, preliminary: 7 },
    ]);
    expect(at("2026-11-05", "day").points[0]).toMatchObject({ totals: [], reporting: "not_reported" });
  });

  test("on which a return counted nothing are zeros somebody stated, and not silence", () => {
    const of = (day: string, mode: "sum" | "day") => at(day, mode).points[1];
    expect(of("2026-11-03", "sum")).toMatchObject({ totals: [], reporting: "not_reported" });
    expect(of("2026-11-04", "day")).toMatchObject({ totals: [], reporting: "counted" });
    expect(of("2026-11-05", "day")).toMatchObject({ totals: [], reporting: "not_reported" });
    expect(of("2026-11-05", "sum")).toMatchObject({ totals: [], reporting: "counted" });
  });

  test("go on from what those before them add up to, also where nothing is added", () => {
    const before: Before = {
      sums: [
        { place: "a", measure: "checks", unit: "documents", validated: 100, preliminary: null },
        { place: "a", measure: "matches", unit: "cases", validated: 4, preliminary: 1 },
        { place: "b", measure: "checks", unit: "documents", validated: null, preliminary: 9 },
      ],
      filed: ["b"],
    };
    const [a, b] = seen(before, { day: "2026-11-06", mode: "sum" }).points;
    expect(a?.totals).toEqual([
      { measure: "checks", unit: "documents", validated: { form: "count", value: 115 }, preliminary: 9 },
      { measure: "matches", unit: "cases", validated: { form: "count", value: 4 }, preliminary: 1 },
    ]);
    expect(b).toMatchObject({
      reporting: "counted",
      totals: [{ measure: "checks", validated: { form: "missing" }, preliminary: 9 }],
    });
    const alone = seen(before, { day: "2026-11-05", mode: "day" }).points;
    expect(alone).toMatchObject([
      { totals: [], reporting: "not_reported" },
      { totals: [], reporting: "not_reported" },
    ]);
    expect(seen(before, { day: "2026-11-03", mode: "sum" }).points[1]?.reporting).toBe("counted");
  });

  test("leave to the next stretch what it goes on from", () => {
    const before: Before = {
      sums: [{ place: "c", measure: "matches", unit: "cases", validated: 1, preliminary: null }],
      filed: ["c"],
    };
    const { sums, filed } = beforeNext(stretchReady(days, before)!);
    expect(sums).toEqual([
      { place: "a", measure: "checks", unit: "documents", validated: 15, preliminary: 9 },
      { place: "KE", measure: "arrests", unit: "people", validated: 3, preliminary: null },
      { place: "c", measure: "matches", unit: "cases", validated: 1, preliminary: null },
    ]);
    expect(filed.toSorted()).toEqual(["b", "c"]);
    expect(beforeNext(stretchReady(days, NOTHING_BEFORE)!).filed).toEqual(["b"]);
  });

  test("come in stretches that begin on the same days for every choice", () => {
    const period = { from: "2026-10-20", to: "2026-11-06" };
    const stretches = ["2026-10-20", "2026-11-01", "2026-11-06"].map((day) => stretchIn(period, day));
    expect(stretchIn(period, undefined)).toEqual(stretches[0]);
    expect(stretchIn(period, "1999-12-31")).toEqual(stretches[0]);
    expect(stretchIn(period, "2199-12-31")).toEqual(stretches[2]);
    for (const [index, { from, to }] of stretches.entries()) {
      expect(daysBetween(from, to)).toBeLessThan(STRETCH_DAYS);
      expect(from === period.from || from === stretchOf(from)).toBe(true);
      expect(to === period.to || addDays(to, 1) === stretchOf(addDays(to, 1))).toBe(true);
      expect(holds(stretches[index]!, ["2026-10-20", "2026-11-01", "2026-11-06"][index]!)).toBe(true);
    }
    expect(stretchOf("1990-05-05") <= "1990-05-05").toBe(true);
  });

  test("carry what a country counts beyond its points; people over whole months stay as they are", () => {
    expect(countOnMap(at("2026-11-05", "sum").countries, "arrests", null).validated).toBe(3);
    expect(countOnMap(at("2026-11-04", "sum").countries, "arrests", null).points).toBe(0);
    const months = { ...places, people: "months" as const };
    const ready = stretchReady(days, NOTHING_BEFORE)!;
    expect(placesOn(months, ready, { day: "2026-11-05", mode: "sum" }).countries).toBe(months.countries);
  });

  test("are stepped through within the period, from its ends when there is no head yet", () => {
    const period = { from: "2026-11-03", to: "2026-11-06" };
    expect([steppedFrom(null, 1, period), steppedFrom(null, -1, period)]).toEqual([
      "2026-11-03",
      "2026-11-06",
    ]);
    expect([steppedFrom("2026-11-06", 1, period), steppedFrom("2026-11-05", -7, period)]).toEqual([
      "2026-11-06",
      "2026-11-03",
    ]);
    expect(heldIn("2020-01-01", period)).toBe("2026-11-03");
  });
});

describe("layers", () => {
  test("never draw corridors and people on one map", () => {
    expect(keepApart(["corridors", "arrests", "points"])).toEqual(["corridors", "points"]);
    expect(switchLayer(["points", "corridors"], "arrests", true)).toEqual(["points", "arrests"]);
    expect(switchLayer(["points", "presumed"], "corridors", true)).toEqual(["points", "corridors"]);
    expect(readSituationSearch({ layers: "arrests.corridors" }).layers).toEqual(["corridors"]);
  });

  test("stand in the address unless they are the first ones", () => {
    expect(writeLayers(["operations", "points", "checks", "matches"])).toBeNull();
    expect(writeLayers([])).toBe("none");
  });
});

test("the address holds day, mode, speed, view and selection, and forgets what it cannot read", () => {
  const view = { lon: 12.5, lat: -41.9, zoom: 5 };
  expect(
    readSituationSearch({
      day: "2026-11-05",
      mode: "day",
      speed: "4",
      at: writeView(view),
      points: "KE-NBO.IT-FCO",
    }),
  ).toMatchObject({
    day: "2026-11-05",
    mode: "day",
    speed: 4,
    at: view,
    points: ["KE-NBO", "IT-FCO"],
  });
  expect(
    readSituationSearch({ day: "2026-13-05", mode: "x", speed: "9", at: "1,2", points: "" }),
  ).toMatchObject({
    day: null,
    mode: "sum",
    speed: 1,
    at: null,
    points: null,
  });
});

test("a selection holds its points alone and nothing of the country around them", () => {
  expect(choosePlaces(at("2026-11-06", "sum"), ["A"])).toMatchObject({
    points: [{ id: "a" }],
    countries: [{ totals: [] }],
  });
});

test("corridors begin at the issuer's country and end at the point; issuers without a country have none", () => {
  const found = [
    { point: "a", issuer: "DNK", country: "DK", days: [{ on: "2026-11-04", validated: 1, preliminary: 1 }] },
    { point: "a", issuer: "UNO", country: null, days: [{ on: "2026-11-05", validated: 1, preliminary: 0 }] },
    {
      point: "elsewhere",
      issuer: "DNK",
      country: "DK",
      days: [{ on: "2026-11-04", validated: 1, preliminary: 0 }],
    },
  ];
  const all = corridorsOn(found, { points: places.points, day: null, mode: "sum" });
  expect(all.map(({ issuer, validated, preliminary }) => [issuer, validated, preliminary])).toEqual([
    ["DNK", 1, 1],
    ["UNO", 1, 0],
  ]);
  expect(mapCorridors(all, { DK: [10, 56] }).map(({ from, to }) => [from, to])).toEqual([
    [
      [10, 56],
      [2, 1],
    ],
  ]);
  expect(corridorsOn(found, { points: places.points, day: "2026-11-05", mode: "day" })).toHaveLength(1);
});

test("access has the state of the day under the head", () => {
  const access = [
    {
      point: "a",
      system: "find" as const,
      history: [
        { state: "requested" as const, on: "2026-01-01" },
        { state: "live" as const, on: "2026-02-01" },
      ],
    },
  ];
  expect(isLive(accessOn(access, "2026-01-15").get("a") ?? [])).toBe(false);
  expect(isLive(accessOn(access, null).get("a") ?? [])).toBe(true);
  expect(accessOn(access, "2025-12-31").size).toBe(0);
});
