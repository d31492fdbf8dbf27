import { describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import {
  demandReportableDay,
  formLines,
  isUnusual,
  markCounting,
  receiptOf,
  saysTheSame,
  usualOf,
} from "./rules.ts";
import { contentInput, readReturnFilter, type LineInput } from "./schema.ts";

const line = (more: Partial<LineInput> = {}): LineInput => ({
  id: newId(),
  database: "sltd",
  unit: "documents",
  direction: null,
  count: 100,
  basis: "desk_count",
  ...more,
});

describe("which basis counts", () => {
  test("the operation's own where it is given, else the first", () => {
    const lines = [line(), line({ basis: "server_log", count: 104 }), line({ database: "nominals" })];
    expect(markCounting(lines, "server_log").map(({ counts }) => counts)).toEqual([false, true, true]);
    expect(markCounting(lines, "device_log").map(({ counts }) => counts)).toEqual([true, false, true]);
    expect(markCounting(lines, null).map(({ counts }) => counts)).toEqual([true, false, true]);
  });

  test("directions are counted each for itself; the same line twice is refused", () => {
    const entry = line({ direction: "entry" });
    const exit = line({ direction: "exit" });
    expect(markCounting([entry, exit], null).every(({ counts }) => counts)).toBe(true);
    expect(() => markCounting([entry, line({ direction: "entry" })], null)).toThrow(/line_twice/);
  });
});

describe("which days report", () => {
  const deployment = {
    returnsFrom: "2026-11-03",
    returnsTo: "2026-11-30",
    endsOn: null,
    dayStartsAt: "19:00",
    timeZone: "Africa/Nairobi",
    operation: { state: "live" as const },
  };
  // 22 November, 02:00 in Nairobi: the operational day of the 21st is under way.
  const now = new Date("2026-11-21T23:00:00Z");

  test("a day under way is interim, one that is over is not, one not begun is refused", () => {
    expect(demandReportableDay(deployment, "2026-11-21", now)).toEqual({ interim: true });
    expect(demandReportableDay(deployment, "2026-11-20", now)).toEqual({ interim: false });
    expect(() => demandReportableDay(deployment, "2026-11-22", now)).toThrow(/day_not_begun/);
  });

  test("outside the days expected, or of an operation not at work, it is refused", () => {
    expect(() => demandReportableDay(deployment, "2026-11-02", now)).toThrow(/day_not_expected/);
    expect(() => demandReportableDay({ ...deployment, returnsFrom: null }, "2026-11-20", now)).toThrow(
      /day_not_expected/,
    );
    const closed = { ...deployment, operation: { state: "closed" as const } };
    expect(() => demandReportableDay(closed, "2026-11-20", now)).toThrow(/operation_not_live/);
  });
});

describe("what is usual", () => {
  const past = [
    { localDate: "2026-11-07", count: 400 },
    { localDate: "2026-11-14", count: 560 },
    { localDate: "2026-11-20", count: 2000 },
  ];

  test("is the middle of the same weekday, or of any day while no such weekday is known", () => {
    expect(usualOf(past, "2026-11-21")).toEqual({ count: 480, basedOn: "weekday" });
    expect(usualOf(past, "2026-11-22")).toEqual({ count: 560, basedOn: "day" });
    expect(usualOf([], "2026-11-22")).toBeNull();
    expect(usualOf(past, "2026-11-07")).toBeNull();
  });

  test("more than double is worth a look; the double, nothing typed and nothing known are not", () => {
    const usual = { count: 480, basedOn: "weekday" } as const;
    expect([961, 960, null].map((count) => isUnusual(count, usual))).toEqual([true, false, false]);
    expect(isUnusual(5000, null)).toBe(false);
    expect(isUnusual(5, { count: 0, basedOn: "day" })).toBe(false);
  });
});

test("a correction does not count what it replaces into the running total", () => {
  const filed = [{ database: "sltd" as const, unit: "documents" as const, count: 190, counts: true }];
  const lines = formLines({
    localDate: "2026-11-21",
    offered: [{ database: "sltd", basis: "national_log" }],
    past: [],
    totals: [{ database: "sltd", unit: "documents", total: 1190 }],
    filed,
  });
  expect(lines).toMatchObject([{ database: "sltd", total: 1000, basis: "national_log", yesterday: null }]);
});

test("a point with no access known still has a line to type in", () => {
  const bare = formLines({ localDate: "2026-11-21", offered: [], past: [], totals: [], filed: [] });
  expect(bare).toMatchObject([{ database: "sltd", unit: "documents", basis: "desk_count" }]);
});

test("the same content is the same whatever the order of its lines; another number is not", () => {
  const [a, b] = [line(), line({ database: "nominals", unit: "searches" })];
  const kept = { kind: "checks", noChecksReason: null, matchesStated: 1, note: null, onBehalf: null };
  const sent = (lines: LineInput[]) => ({
    content: { kind: "checks" as const, matchesStated: 1, lines },
    note: "",
    onBehalf: null,
  });
  expect(saysTheSame({ ...kept, lines: [a, b] }, sent([b, a]))).toBe(true);
  expect(saysTheSame({ ...kept, lines: [a, b] }, sent([a, { ...b, count: 101 }]))).toBe(false);
  expect(saysTheSame({ ...kept, lines: [a, b] }, sent([a]))).toBe(false);
});

test("no checks takes no lines, checks take at least one, counts are whole and not negative", () => {
  const good = { kind: "checks", matchesStated: 0, lines: [line()] };
  expect(contentInput.safeParse(good).success).toBe(true);
  const bad = [
    { kind: "no_checks", reason: "closed", lines: [line()] },
    { kind: "no_checks" },
    { ...good, lines: [] },
    { ...good, lines: [line({ count: -1 })] },
    { ...good, lines: [line({ count: 1.5 })] },
    { ...good, lines: [line({ count: 1_000_000_001 })] },
    { ...good, matchesStated: { gt: 0 } },
  ];
  expect(bad.map((content) => contentInput.safeParse(content).success)).toEqual(bad.map(() => false));
});

test("an address that cannot be read falls back name by name", () => {
  const read = readReturnFilter({
    state: "validated",
    country: "XX",
    from: "2026-02-30",
    page: "-3",
    exercise: "1",
  });
  expect(read).toMatchObject({
    state: "validated",
    country: null,
    from: null,
    page: 1,
    size: 25,
    exercise: true,
  });
});

test("the receipt is what the sender can read out: the end of the id in capitals", () => {
  expect(receiptOf("0193a5b0-7c00-7000-8000-0000000a7f3a")).toBe("7F3A");
});
