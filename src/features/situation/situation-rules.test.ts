import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, eachDay, isWholeIn } from "#lib/period.ts";
import { barsOfSpan, brushBars, endOfBucket, spanOfBars } from "./components/prepare-brush.ts";
import { mainUnit, mapPoints, type Place } from "./components/prepare-places.ts";
import { bucketOfTrend, guardedSpan, isGuarded, partsOf } from "./rules.ts";
import { readSituationSearch, readTotalSearch } from "./schema.ts";

describe("how finely a reader may divide counts of people", () => {
  test("widens leadership's period to whole months and an observer's to everything", () => {
    const asked = { from: "2026-02-10", to: "2026-02-11" };
    expect(guardedSpan(asked, "months")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(guardedSpan({ from: "2026-12-31" }, "months")).toEqual({ from: "2026-12-01", to: undefined });
    expect(guardedSpan(asked, "operation")).toEqual({});
    expect(guardedSpan(asked, "exact")).toEqual(asked);
  });

  test("guards people, and for observers cases; never checks", () => {
    expect([isGuarded("people", "months"), isGuarded("cases", "months")]).toEqual([true, false]);
    expect([isGuarded("cases", "operation"), isGuarded("documents", "operation")]).toEqual([true, false]);
  });
});

test("a trend has the finest columns that are legible", () => {
  const years = [{ startsOn: "2008-01-01", endsOn: "2018-12-31" }];
  expect(bucketOfTrend({}, years, "2026-11-22")).toBe("month");
  expect(bucketOfTrend({ from: "2010-01-01", to: "2010-02-01" }, years, "2026-11-22")).toBe("day");
  expect(bucketOfTrend({}, [{ startsOn: null, endsOn: null }], "2026-11-22")).toBe("month");
  expect(bucketOfTrend({}, [{ startsOn: "2026-11-03", endsOn: "2027-01-01" }], "2026-11-22")).toBe("day");
});

test("a period falls into whole months and the days left over, each day in one part", () => {
  const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2024-01-15", days));
  fc.assert(
    fc.property(day, day, (from, to) => {
      const parts = partsOf({ from, to });
      const days = parts.flatMap((part) => eachDay({ from: part.from ?? from, to: part.to }));
      expect(days).toEqual(eachDay({ from, to }));
      expect(parts.length).toBeLessThanOrEqual(3);
      expect(parts.every(({ whole, ...part }) => !whole || isWholeIn(part, "month"))).toBe(true);
    }),
  );
  expect(partsOf({ to: "2026-11-22" })).toEqual([
    { whole: true, from: undefined, to: "2026-10-31" },
    { whole: false, from: "2026-11-01", to: "2026-11-22" },
  ]);
  expect(partsOf({ from: "2026-11-02", to: "2026-11-30" })).toEqual([
    { whole: false, from: "2026-11-02", to: "2026-11-30" },
  ]);
});

describe("the address", () => {
  test("leaves out what it cannot read and turns a period written backwards", () => {
    const search = {
      exercise: "1",
      country: "ZZ",
      from: "2026-11-20",
      to: "2026-11-01",
      operation: ["a", "b"],
    };
    expect(readTotalSearch(search)).toEqual({
      exercise: true,
      operation: "a",
      from: "2026-11-01",
      to: "2026-11-20",
    });
    expect(readTotalSearch({ from: "2026-02-30" })).toEqual({ exercise: false });
  });

  test("names layers, or all of them when it names none", () => {
    expect(readSituationSearch({}).layers).toHaveLength(4);
    expect(readSituationSearch({ layers: "matches.nonsense" }).layers).toEqual(["matches"]);
    expect(readSituationSearch({ layers: "none", view: "globe", point: "1; DROP" })).toMatchObject({
      layers: [],
      view: "map",
      point: null,
    });
  });
});

describe("the brush", () => {
  const count = (bucket: string, validated: number) =>
    ({ bucket, measure: "checks", unit: "documents", validated, preliminary: 0 }) as const;
  const bars = brushBars(
    { bucket: "day", buckets: [count("2026-11-03", 5), count("2026-11-06", 7)] },
    "documents",
  );

  test("keeps days on which nothing is counted as gaps", () => {
    expect(bars.map(({ date, reported }) => [date, reported])).toEqual([
      ["2026-11-03", true],
      ["2026-11-04", false],
      ["2026-11-05", false],
      ["2026-11-06", true],
    ]);
  });

  test("goes from a period to bars and back, also drawn backwards", () => {
    expect(barsOfSpan(bars, { bucket: "day", from: "2026-11-04", to: undefined })).toEqual([1, 3]);
    expect(barsOfSpan(bars, { bucket: "day", from: undefined, to: undefined })).toEqual([0, 3]);
    expect(barsOfSpan(bars, { bucket: "day", from: "2027-01-01", to: undefined })).toEqual([3, 3]);
    expect(spanOfBars(bars, [2, 1], "day")).toEqual({ from: "2026-11-04", to: "2026-11-05" });
    expect([
      endOfBucket("2026-02-01", "month"),
      endOfBucket("2026-12-01", "month"),
      endOfBucket("2026-11-02", "week"),
    ]).toEqual(["2026-02-28", "2026-12-31", "2026-11-08"]);
  });
});

describe("points on the map", () => {
  const place = (id: string, totals: Place["totals"], at: Place["place"] = { lat: 1, lon: 2 }): Place => ({
    id,
    code: id,
    name: `Point ${id}`,
    kind: "airport",
    iata: null,
    countryCode: "KE",
    timeZone: "Africa/Nairobi",
    place: at,
    operations: [],
    totals,
    reporting: "counted",
  });
  const checks = (value: number, unit = "documents") =>
    ({ measure: "checks", unit, validated: { form: "count", value }, preliminary: null }) as const;
  const drawing = {
    layers: ["points", "checks", "matches"] as const,
    unit: "documents",
    most: 100,
    describe: () => "",
    live: () => undefined,
  };

  test("have no halo where no figure is divided to them, and none is drawn without a place", () => {
    const points = mapPoints(
      [place("a", []), place("b", [checks(100)]), place("c", [checks(5)], null)],
      drawing,
    );
    expect(points.map(({ id, halo }) => [id, halo?.size])).toEqual([
      ["a", undefined],
      ["b", 1],
    ]);
  });

  test("compare checks of one unit only, the one most are counted in", () => {
    const points = [place("a", [checks(10), checks(900, "searches")]), place("b", [checks(50)])];
    expect(mainUnit(points)).toBe("searches");
    expect(mapPoints(points, { ...drawing, unit: "searches" })[1]?.halo).toBeUndefined();
  });

  test("whose checks are all preliminary are hatched", () => {
    const waiting = {
      measure: "checks",
      unit: "documents",
      validated: { form: "missing" },
      preliminary: 8,
    } as const;
    expect(mapPoints([place("a", [waiting])], drawing)[0]?.halo).toMatchObject({ hatched: true });
  });
});
