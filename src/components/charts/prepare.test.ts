import { describe, expect, it } from "vitest";
import { prepareBarByDay } from "./prepare-bar-by-day.ts";
import { prepareFunnel } from "./prepare-funnel.ts";

describe("prepareBarByDay", () => {
  it("keeps a day without a report as a gap between reported days", () => {
    const bars = prepareBarByDay([
      { date: "2026-11-03", validated: 40, preliminary: 2 },
      { date: "2026-11-01", validated: 10, preliminary: 0 },
    ]);
    expect(bars.map((bar) => [bar.date, bar.total, bar.reported])).toEqual([
      ["2026-11-01", 10, true],
      ["2026-11-02", 0, false],
      ["2026-11-03", 42, true],
    ]);
  });

  it("tells a checked zero from nothing reported", () => {
    const [zero, silent] = prepareBarByDay([
      { date: "2026-11-01", validated: 0, preliminary: null },
      { date: "2026-11-02", validated: null, preliminary: null },
    ]);
    expect(zero?.reported).toBe(true);
    expect(silent?.reported).toBe(false);
  });

  it("draws nothing of nothing and at most 400 days", () => {
    expect(prepareBarByDay([])).toEqual([]);
    const long = prepareBarByDay([
      { date: "2008-01-01", validated: 1, preliminary: 0 },
      { date: "2026-11-22", validated: 1, preliminary: 0 },
    ]);
    expect(long).toHaveLength(400);
    expect(long.at(-1)?.date).toBe("2026-11-22");
  });
});

describe("prepareFunnel", () => {
  it("cuts the first bar where it dwarfs the rest, which share one scale", () => {
    const bars = prepareFunnel([
      { key: "checks", count: 412_806 },
      { key: "matches", count: 60 },
      { key: "confirmed", count: 30 },
    ]);
    expect(bars[0]).toMatchObject({ share: 1, cut: true });
    expect((bars[1]?.share ?? 0) / (bars[2]?.share ?? 1)).toBeCloseTo(2);
    expect(bars[1]?.share).toBeLessThan(0.5);
  });

  it("draws one scale when the numbers allow it, and no bar for what is unknown", () => {
    const bars = prepareFunnel([
      { key: "matches", count: 10 },
      { key: "confirmed", count: 8 },
      { key: "arrests", count: null },
    ]);
    expect(bars.map((bar) => [bar.share, bar.cut])).toEqual([
      [1, false],
      [0.8, false],
      [0, false],
    ]);
  });

  it("does not divide by zero", () => {
    expect(prepareFunnel([{ key: "checks", count: 0 }])[0]?.share).toBe(0);
    expect(prepareFunnel([])).toEqual([]);
  });
});
