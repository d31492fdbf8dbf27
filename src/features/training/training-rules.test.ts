import { describe, expect, it } from "vitest";
import { monthOf } from "#lib/period.ts";
import {
  rangeOf,
  responseRate,
  stepMonth,
  sumOf,
  weeksOf,
  whyNotCounts,
  whyNotStep,
  whyNotTheseDays,
} from "./rules.ts";
import { readTrainingSearch } from "./schema.ts";

const counts = (invited: number | null, attended: number | null, certified: number | null) => ({
  invited,
  attended,
  certified,
  women: null,
});

describe("counts of one organisation", () => {
  it("compare only what was said: missing is not zero", () => {
    expect(whyNotCounts(counts(null, 3, null))).toBeNull();
    expect(whyNotCounts(counts(2, 3, 3))).toBeNull();
    expect(whyNotCounts(counts(0, 0, 0))).toBeNull();
    expect(whyNotCounts(counts(null, 3, 4))).toBe("attendance.more_certified");
    expect(whyNotCounts(counts(4, null, 4))).toBe("attendance.attended_needed");
    expect(whyNotCounts(counts(null, null, null))).toBe("attendance.says_nothing");
  });

  it("add up to null when nobody said anything, and say of how many they are known", () => {
    const rows = [counts(4, 3, null), counts(null, 0, null)];
    expect(sumOf(rows, "attended")).toEqual({ value: 3, known: 2, of: 2 });
    expect(sumOf(rows, "invited")).toEqual({ value: 4, known: 1, of: 2 });
    expect(sumOf(rows, "certified")).toEqual({ value: null, known: 0, of: 2 });
  });
});

describe("a session", () => {
  const planned = { state: "planned", startsOn: "2026-11-10", attended: false, validated: false } as const;

  it("is held from its first day on, and never once it was cancelled", () => {
    expect(whyNotStep(planned, "held", "2026-11-10")).toBeNull();
    expect(whyNotStep(planned, "held", "2026-11-09")).toBe("training.not_begun");
    expect(whyNotStep({ ...planned, state: "cancelled" }, "held", "2026-11-10")).toBe("training.cancelled");
    expect(whyNotStep(planned, "planned", "2026-11-10")).toBe("training.already_so");
  });

  it("is neither cancelled nor taken back while people are recorded as having come", () => {
    expect(whyNotStep(planned, "cancelled", "2026-11-10")).toBeNull();
    expect(whyNotStep({ ...planned, attended: true }, "cancelled", "2026-11-10")).toBe(
      "training.has_attendance",
    );
    expect(whyNotStep({ ...planned, state: "held", attended: true }, "planned", "2026-11-10")).toBe(
      "training.has_attendance",
    );
  });

  it("ends after it starts, within 120 days", () => {
    expect(whyNotTheseDays({ startsOn: "2026-11-10", endsOn: "2026-11-10" })).toBeNull();
    expect(whyNotTheseDays({ startsOn: "2026-11-10", endsOn: "2026-11-09" })).toBe(
      "training.ends_before_it_starts",
    );
    expect(whyNotTheseDays({ startsOn: "2026-01-01", endsOn: "2026-04-30" })).toBeNull();
    expect(whyNotTheseDays({ startsOn: "2026-01-01", endsOn: "2026-05-01" })).toBe("training.too_long");
  });

  it("has a response rate only where it is known how many were asked", () => {
    expect(responseRate({ responses: 21, asked: 24 })).toBe(0.875);
    expect(responseRate({ responses: 21, asked: null })).toBeNull();
  });
});

describe("the calendar", () => {
  it("shows whole weeks from Monday on, with every day of the month once", () => {
    for (let month = "2023-11"; month < "2029-03"; month = stepMonth(month, 1)) {
      const weeks = weeksOf(month);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      expect(new Date(weeks[0]![0]!).getUTCDay()).toBe(1);
      const [year, number] = month.split("-").map(Number) as [number, number];
      const own = weeks.flat().filter((day) => monthOf(day) === month);
      expect(own).toHaveLength(new Date(Date.UTC(year, number, 0)).getUTCDate());
      expect(rangeOf(month)).toEqual({ from: weeks[0]![0], to: weeks.at(-1)![6] });
    }
  });

  it("steps over the turn of a year and stays within what a day can be", () => {
    expect(stepMonth("2026-12", 1)).toBe("2027-01");
    expect(stepMonth("2026-01", -1)).toBe("2025-12");
    expect(stepMonth("2026-11", -25)).toBe("2024-10");
    expect(stepMonth("2199-12", 1)).toBe("2199-12");
    expect(stepMonth("1900-01", -1)).toBe("1900-01");
  });
});

it("an address that cannot be read falls back, one name at a time", () => {
  const { filter, view, month } = readTrainingSearch({
    country: "KE",
    state: "nonsense",
    topic: ["sltd", "analysis"],
    from: "2026-02-30",
    page: "2",
    view: "calendar",
    month: "2026-13",
    exercise: "1",
  });
  expect(filter).toMatchObject({ country: "KE", topic: "sltd", page: 2, exercise: true });
  expect(filter.state).toBeUndefined();
  expect(filter.from).toBeUndefined();
  expect(view).toBe("calendar");
  expect(month).toBeNull();
});
