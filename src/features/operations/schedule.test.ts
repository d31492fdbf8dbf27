import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/period.ts";
import { axisOf, linesOf, linesWithin, stepped, unfolded } from "./components/prepare-schedule.ts";
import { wholeOf, windowOf } from "./components/prepare-schedule.ts";
import type { ScheduleRow } from "./components/prepare-schedule.ts";

const row = (over: Partial<ScheduleRow> = {}): ScheduleRow => ({
  id: "op",
  slug: "op-2026",
  codename: "Op",
  startsOn: "2026-10-20",
  endsOn: "2026-12-20",
  countries: ["RW", "KE"],
  rough: null,
  phases: [
    {
      id: "tactical",
      kind: "tactical",
      label: null,
      startsOn: "2026-11-03",
      endsOn: "2026-11-30",
      countries: [{ countryCode: "RW", startsOn: "2026-11-10", endsOn: "2026-11-12" }],
    },
  ],
  deployments: [
    { id: "nbo", countryCode: "KE", name: "Nairobi", startsOn: "2026-11-05", endsOn: "2026-11-06" },
    { id: "kgl", countryCode: "RW", name: "Kigali", startsOn: null, endsOn: null },
  ],
  ...over,
});

describe("the lines of the timeline", () => {
  it("name phases, then each country with its own dates and its points", () => {
    const lines = linesOf([row()], "operation", "en");
    expect(lines.map(({ key, level }) => `${level} ${key}`)).toEqual([
      "0 op",
      "1 op/tactical",
      "1 op/KE",
      "2 op/KE/nbo",
      "1 op/RW",
      "2 op/RW/kgl",
    ]);
    const bars = Object.fromEntries(lines.map(({ key, bars: all }) => [key, all.map(({ from }) => from)]));
    expect(bars["op/KE"]).toEqual(["2026-11-03"]);
    expect(bars["op/RW"]).toEqual(["2026-11-10"]);
    expect(bars["op/RW/kgl"]).toEqual([]);
  });

  it("turn round by country and stay folded until opened", () => {
    const lines = linesOf([row()], "country", "en");
    expect(unfolded(lines, new Set()).map(({ key }) => key)).toEqual(["KE", "RW"]);
    expect(unfolded(lines, new Set(["KE"])).map(({ key }) => key)).toEqual(["KE", "KE/op", "RW"]);
    expect(lines.find(({ key }) => key === "KE")?.children).toBe(1);
  });

  it("leave out what lies outside the window, and keep what an inner line is folded into", () => {
    const window = windowOf([row()], "month", "2026-11-06")!;
    expect(window).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    const keys = linesWithin(linesOf([row()], "operation", "en"), window).map(({ key }) => key);
    expect(keys).toContain("op/KE/nbo");
    expect(keys).not.toContain("op/RW/kgl");
    expect(
      linesWithin(linesOf([row()], "operation", "en"), { from: "2020-01-01", to: "2020-02-01" }),
    ).toEqual([]);
  });

  it("an operation whose days nobody knows has no line", () => {
    const undated = row({ id: "c", startsOn: null, endsOn: null, phases: [] });
    expect(linesOf([undated], "operation", "en")).toEqual([]);
    expect(linesOf([row(), undated], "operation", "en").some(({ key }) => key.startsWith("c"))).toBe(false);
  });

  it("draw phases instead of the whole where they have days, and mark what is only known by year", () => {
    const dates = { startsOn: "2011-01-01", endsOn: "2011-12-31", countries: [], deployments: [] };
    const phase = { label: null, endsOn: null, countries: [] };
    const phases = [
      { ...phase, id: "p", kind: "training" as const, startsOn: "2011-01-01" },
      { ...phase, id: "q", kind: null, startsOn: null },
    ];
    const heads = linesOf(
      [
        row({ ...dates, id: "a", phases }),
        row({ ...dates, id: "b", phases: [], rough: { precision: "year" } }),
      ],
      "operation",
      "en",
    ).filter(({ parent }) => parent === null);
    expect(heads.map(({ bars }) => bars.map(({ key, rough }) => [key, rough]))).toEqual([
      [["p", false]],
      [["b", true]],
    ]);
  });
});

describe("the window", () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1995-01-01", days));

  it("holds its day, and one step on begins the day after it ends", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("month", "quarter" as const), (at, zoom) => {
        const window = windowOf([], zoom as "month", at)!;
        expect(window.from <= at && at <= window.to).toBe(true);
        expect(stepped(at, zoom as "month", 1)).toBe(addDays(window.to, 1));
        expect(stepped(stepped(at, zoom as "month", 1), zoom as "month", -1)).toBe(window.from);
      }),
    );
  });

  it("draws a day as wide as a day, wherever it lies", () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 20 }), (at, length) => {
        const window = windowOf([], "quarter", at)!;
        const to = addDays(at, length) > window.to ? window.to : addDays(at, length);
        const { start, width } = axisOf(window, at).place({ from: at, to });
        const whole = daysBetween(window.from, window.to) + 1;
        expect(start).toBeCloseTo((daysBetween(window.from, at) / whole) * 100, 2);
        expect(width).toBeCloseTo(((daysBetween(at, to) + 1) / whole) * 100, 2);
      }),
    );
  });

  it("draws a day from its first to its last moment, and its ticks within", () => {
    const axis = axisOf({ from: "2011-01-01", to: "2011-01-04" });
    const drawn = [
      { from: "2011-01-01", to: "2011-01-01" },
      { from: "2011-01-03", to: "2011-01-04" },
    ].map((bar) => axis.place(bar));
    expect(drawn.map(({ start, width }) => [start, width])).toEqual([
      [0, 25],
      [50, 50],
    ]);
    expect(axis.ticks.every(({ at }) => at >= 0 && at <= 100)).toBe(true);
    expect(axis.today).toBeNull();
  });

  it("of all that is known holds it from the first to the last day; of nothing known there is none", () => {
    const whole = wholeOf([
      { startsOn: "2011-01-05", endsOn: null },
      { startsOn: null, endsOn: null },
      { startsOn: "2011-01-03", endsOn: "2011-01-04" },
    ])!;
    expect(whole.from < "2011-01-03" && whole.to > "2011-01-05").toBe(true);
    expect(wholeOf([{ startsOn: null, endsOn: null }])).toBeNull();
    expect(windowOf([row({ startsOn: null, endsOn: null })], "all", "2011-01-01")).toBeNull();
  });
});
