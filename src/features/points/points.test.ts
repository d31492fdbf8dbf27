import { describe, expect, test } from "vitest";
import { codeFault, isIata, isUnlocode, labelsFor } from "./rules/codes.ts";
import { meanOf, monthsAround, monthsBetween, spansOf, tellUse, type Turn } from "./rules/legacy.ts";
import { nextStates, standsWithout, statusFault } from "./rules/status.ts";

describe("the way of access", () => {
  const at = (state: Parameters<typeof nextStates>[0] & string, onDate: string) => ({
    id: onDate,
    state,
    onDate,
  });

  test("goes forward, may leave steps out, and never back", () => {
    expect(statusFault([], at("live", "2020-01-01"), "2026-01-01")).toBeNull();
    expect(statusFault([], at("suspended", "2020-01-01"), "2026-01-01")).toBe("access.not_the_next");
    const requested = [at("requested", "2025-01-01")];
    expect(statusFault(requested, at("live", "2025-01-01"), "2026-01-01")).toBeNull();
    expect(statusFault(requested, at("requested", "2025-02-01"), "2026-01-01")).toBe("access.not_the_next");
    expect(statusFault(requested, at("approved", "2024-12-31"), "2026-01-01")).toBe("access.before_the_last");
    expect(statusFault(requested, at("approved", "2026-01-02"), "2026-01-01")).toBe("access.in_the_future");
    expect(nextStates("withdrawn")).toEqual(["requested"]);
  });

  test("a status is withdrawn only where the rest still makes sense", () => {
    const history = [at("live", "2025-01-01"), at("suspended", "2025-02-01"), at("live", "2025-03-01")];
    expect(standsWithout(history, "2025-03-01")).toBe(true);
    expect(standsWithout(history, "2025-02-01")).toBe(false);
    expect(standsWithout(history.slice(0, 1), "2025-01-01")).toBe(true);
  });
});

describe("codes", () => {
  test("have their forms, and a UN/LOCODE begins with its country", () => {
    expect([isIata("NBO"), isIata("NB0"), isIata("nbo")]).toEqual([true, false, false]);
    expect([isUnlocode("KENBO"), isUnlocode("KENB1"), isUnlocode("KENB2")]).toEqual([true, false, true]);
    expect(codeFault({ countryCode: "KE", unlocode: "TZDAR" })).toBe("point.unlocode_of_another_country");
    expect(labelsFor({ countryCode: "KE", iata: null, unlocode: null, name: "Moyalé" })[0]).toBe("KE-MOY");
    expect(labelsFor({ countryCode: "DZ", iata: null, unlocode: null, name: "تبسة" })[1]).toBe("DZ-PNT2");
  });
});

describe("what is left of it", () => {
  const training: Turn = { key: "t", kind: "training", name: "T", from: "2025-03-10", to: "2025-03-14" };
  const operation: Turn = { key: "o", kind: "operation", name: "O", from: "2025-05-01", to: "2025-05-20" };

  test("months are cut where a training was held and after an operation ended", () => {
    const months = monthsBetween("2025-01", "2025-07");
    const spans = spansOf(months, [operation, training]);
    expect(spans.map((span) => [span.after?.key ?? null, span.before?.key ?? null, span.months])).toEqual([
      [null, "t", ["2025-01", "2025-02"]],
      ["t", "o", ["2025-03", "2025-04", "2025-05"]],
      ["o", null, ["2025-06", "2025-07"]],
    ]);
    expect(monthsBetween("2001-01", "2025-07")).toHaveLength(61);
    expect(monthsAround(["2025-06"], [operation, training])).toEqual([
      "2025-03",
      "2025-04",
      "2025-05",
      "2025-06",
    ]);
    expect(monthsAround(["2026-06"], [operation, training])).toEqual(["2026-06"]);
    expect(monthsAround([], [operation])).toEqual([]);
  });

  test("a mean is of known months, and unknown is not unused", () => {
    expect(meanOf([10, null, 20])).toEqual({ mean: 15, known: 2 });
    expect(meanOf([null])).toEqual({ mean: null, known: 0 });
    const of = (counts: [string, number | null][], month = "2025-06") =>
      tellUse(
        counts.map(([source, count]) => ({ source, count })),
        { month, present: "2025-07" },
      );
    expect(
      of([
        ["server_log", 0],
        ["estimate", 3],
      ]),
    ).toBe("used");
    expect(of([["server_log", 0]])).toBe("unused");
    expect(of([["national_return", 0]])).toBe("unknown");
    expect(of([["server_log", null]])).toBe("unknown");
    expect(of([], "2025-07")).toBe("notYet");
  });
});
