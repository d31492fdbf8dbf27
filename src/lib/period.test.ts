import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  bucketFor,
  bucketOf,
  bucketsOf,
  daysBetween,
  eachDay,
  isClockTime,
  isDayOver,
  isLocalDate,
  isWholeIn,
  operationalDayOf,
  operationalDaySpan,
  overlapOf,
  returnDueAt,
  weekOf,
} from "./period.ts";
import { instantOf, isTimeZone, localDateOf, localTimeOf } from "./zone.ts";

const nairobi = { zone: "Africa/Nairobi", startsAt: "00:00" };
const namanga = { zone: "Africa/Nairobi", startsAt: "07:00" };
const nights = { zone: "Africa/Nairobi", startsAt: "19:00" };

test("only days of the calendar are dates", () => {
  for (const date of ["2024-02-29", "2026-12-31", "1999-01-01"]) expect(isLocalDate(date), date).toBe(true);
  for (const date of [
    "2023-02-29",
    "2026-13-01",
    "2026-00-10",
    "26-01-01",
    "2026-1-1",
    "1066-10-14",
    "",
    null,
    5,
    "2026-01-01T00:00",
  ])
    expect(isLocalDate(date), String(date)).toBe(false);
  expect(() => addDays("2023-02-29", 1)).toThrow("period.not_a_date");
});

test("only HH:MM is a time of day", () => {
  expect(["00:00", "07:30", "23:59"].every(isClockTime)).toBe(true);
  expect(["24:00", "7:30", "12:60", "", null].some(isClockTime)).toBe(false);
});

test("adding days and counting them are each other's inverse, over leap days too", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -3000, max: 3000 }), (start, n) => {
      const date = addDays("1930-01-01", start);
      expect(daysBetween(date, addDays(date, n))).toBe(n);
    }),
  );
});

test("a range has both its ends, and none when it ends before it begins", () => {
  expect(eachDay({ from: "2026-11-29", to: "2026-12-01" })).toEqual([
    "2026-11-29",
    "2026-11-30",
    "2026-12-01",
  ]);
  expect(eachDay({ from: "2026-12-01", to: "2026-11-29" })).toEqual([]);
  expect(() => eachDay({ from: "1990-01-01", to: "2026-01-01" })).toThrow("period.too_long");
});

test("two ranges overlap also when they share one day", () => {
  const a = { from: "2026-03-01", to: "2026-03-10" };
  expect(overlapOf(a, { from: "2026-03-10", to: "2026-04-01" })).toEqual({
    from: "2026-03-10",
    to: "2026-03-10",
  });
  expect(overlapOf(a, { from: "2026-03-11", to: "2026-04-01" })).toBeNull();
});

test("weeks begin on Monday; buckets cover the range and stay few", () => {
  expect(weekOf("2026-11-22")).toBe("2026-11-16");
  expect(weekOf("2026-11-16")).toBe("2026-11-16");
  expect(bucketOf("2026-11-22", "month")).toBe("2026-11-01");
  expect(bucketFor({ from: "2026-11-01", to: "2026-11-30" })).toBe("day");
  expect(bucketFor({ from: "2024-01-01", to: "2026-12-31" })).toBe("week");
  expect(bucketFor({ from: "2008-01-01", to: "2026-12-31" })).toBe("month");
  expect(bucketsOf({ from: "2026-01-31", to: "2026-03-01" }, "month")).toEqual([
    "2026-01-01",
    "2026-02-01",
    "2026-03-01",
  ]);
});

test("evening work stays on its local day although UTC is still on the day before or already on the next", () => {
  expect(localDateOf(new Date("2026-11-20T21:20:00Z"), "Africa/Nairobi")).toBe("2026-11-21");
  expect(localTimeOf(new Date("2026-11-20T21:20:00Z"), "Africa/Nairobi")).toBe("00:20");
  expect(localDateOf(new Date("2026-11-21T03:20:00Z"), "America/Bogota")).toBe("2026-11-20");
});

test("an operational day is named for the date on which it starts", () => {
  const at = (time: string) => instantOf("2026-11-12", time, "Africa/Nairobi");
  expect(operationalDayOf(at("03:00"), nairobi)).toBe("2026-11-12");
  expect(operationalDayOf(at("06:59"), namanga)).toBe("2026-11-11");
  expect(operationalDayOf(at("07:00"), namanga)).toBe("2026-11-12");
  expect(operationalDayOf(at("03:00"), nights)).toBe("2026-11-11");
  expect(operationalDayOf(at("19:00"), nights)).toBe("2026-11-12");
});

test("every instant lies within the span of its operational day, in zones with and without summer time", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        "Africa/Nairobi",
        "Europe/Rome",
        "America/Bogota",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "Australia/Lord_Howe",
      ),
      fc.constantFrom("00:00", "02:30", "07:00", "19:00"),
      fc.date({ min: new Date("2015-01-01"), max: new Date("2029-01-01"), noInvalidDate: true }),
      (zone, startsAt, instant) => {
        const span = operationalDaySpan(operationalDayOf(instant, { zone, startsAt }), { zone, startsAt });
        // Where a start falls into an hour that is shown twice or skipped, an hour may be counted to the neighbour.
        expect(instant.getTime()).toBeGreaterThanOrEqual(span.from.getTime() - 3_600_000);
        expect(instant.getTime()).toBeLessThan(span.to.getTime() + 3_600_000);
      },
    ),
    { numRuns: 500 },
  );
});

test("in Rome a day has 23 hours in March and 25 in October", () => {
  const rome = { zone: "Europe/Rome", startsAt: "00:00" };
  const hours = (date: string) => {
    const { from, to } = operationalDaySpan(date, rome);
    return (to.getTime() - from.getTime()) / 3_600_000;
  };
  expect(hours("2026-03-29")).toBe(23);
  expect(hours("2026-10-25")).toBe(25);
  expect(hours("2026-10-26")).toBe(24);
});

test("a time that clocks skip is taken after the gap, one they show twice is taken the first time", () => {
  expect(instantOf("2026-03-29", "02:30", "Europe/Rome").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(instantOf("2026-10-25", "02:30", "Europe/Rome").toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test("a return is due at the first local noon after its day has ended", () => {
  expect(returnDueAt("2026-11-12", nairobi).toISOString()).toBe("2026-11-13T09:00:00.000Z");
  expect(returnDueAt("2026-11-12", namanga).toISOString()).toBe("2026-11-13T09:00:00.000Z");
  expect(returnDueAt("2026-11-12", nights).toISOString()).toBe("2026-11-14T09:00:00.000Z");
  expect(returnDueAt("2026-10-24", { zone: "Europe/Rome", startsAt: "00:00" }).toISOString()).toBe(
    "2026-10-25T11:00:00.000Z",
  );
});

test("a day is interim until its last local minute has passed", () => {
  expect(isDayOver("2026-11-12", namanga, instantOf("2026-11-13", "06:59", "Africa/Nairobi"))).toBe(false);
  expect(isDayOver("2026-11-12", namanga, instantOf("2026-11-13", "07:00", "Africa/Nairobi"))).toBe(true);
});

test("only names of the zone database are zones", () => {
  for (const zone of ["Africa/Nairobi", "America/Argentina/Buenos_Aires", "UTC"])
    expect(isTimeZone(zone), zone).toBe(true);
  for (const zone of ["Mars/Olympus", "+03:00", "", null, "Africa/Nairobi; drop"])
    expect(isTimeZone(zone), String(zone)).toBe(false);
});

test("a range cuts no week and no month where it begins with one and ends with one, or is open", () => {
  // 2 November 2026 is a Monday.
  expect(isWholeIn({}, "week")).toBe(true);
  expect(isWholeIn({}, "month")).toBe(true);
  expect(isWholeIn({ from: "2026-11-02", to: "2026-11-08" }, "week")).toBe(true);
  expect(isWholeIn({ from: "2026-11-02", to: "2026-11-08" }, "month")).toBe(false);
  expect(isWholeIn({ from: "2026-11-03", to: "2026-11-08" }, "week")).toBe(false);
  expect(isWholeIn({ from: "2026-11-02", to: "2026-11-07" }, "week")).toBe(false);
  for (const bucket of ["week", "month"] as const) {
    expect(isWholeIn({ from: "2026-11-01", to: "2026-11-30" }, bucket)).toBe(true);
    expect(isWholeIn({ from: "2026-10-01" }, bucket)).toBe(true);
    expect(isWholeIn({ to: "2028-02-28" }, bucket)).toBe(false);
    expect(isWholeIn({ to: "2199-12-31" }, bucket)).toBe(true);
  }
});
