import { describe, expect, it } from "vitest";
import { prepareTimeline } from "./components/prepare-timeline.ts";
import { editionOf, phaseState } from "./rules.ts";
import { readOperationSearch, readOperationTab } from "./schema.ts";

const row = (id: string, startsOn: string | null, endsOn: string | null = null) => ({
  id,
  startsOn,
  endsOn,
  rough: null,
  phases: [],
});

describe("the timeline", () => {
  it("draws a day from its first to its last moment and keeps the undated apart", () => {
    const { dated, undated, ticks } = prepareTimeline(
      [row("a", "2011-01-01"), row("b", "2011-01-03", "2011-01-04"), row("c", null)],
      { from: "2011-01-01", to: "2011-01-04" },
    );
    expect(dated.map(({ bars }) => bars.map(({ start, width }) => [start, width]))).toEqual([
      [[0, 25]],
      [[50, 50]],
    ]);
    expect(undated.map(({ id }) => id)).toEqual(["c"]);
    expect(ticks.every(({ at }) => at >= 0 && at <= 100)).toBe(true);
  });

  it("draws phases instead of the whole where they have days, and marks what is only known by year", () => {
    const phases = [
      { id: "p", kind: "training" as const, startsOn: "2011-01-01", endsOn: null },
      { id: "q", kind: null, startsOn: null, endsOn: null },
    ];
    const { dated } = prepareTimeline([
      { ...row("a", "2011-01-01", "2011-12-31"), phases },
      { ...row("b", "2011-01-01", "2011-12-31"), rough: { precision: "year" } },
    ]);
    expect(dated.map(({ bars }) => bars.map(({ key, rough }) => [key, rough]))).toEqual([
      [["p", false]],
      [["b", true]],
    ]);
  });

  it("of nothing but undated operations has no axis", () => {
    expect(prepareTimeline([row("a", null)])).toMatchObject({ dated: [], ticks: [], undated: [{ id: "a" }] });
  });
});

describe("an address", () => {
  it("is read as far as it can be; the rest is left out", () => {
    const { filter, choice, view } = readOperationSearch({
      text: "  hammer ",
      country: "XX",
      state: "burning",
      from: "2011-02-31",
      to: "2011-12-31",
      page: "2",
      exercise: "1",
      view: "globe",
      sort: "-codename",
      other: "1",
    });
    expect(filter).toEqual({
      text: "hammer",
      to: "2011-12-31",
      page: 2,
      size: 25,
      exercise: true,
      sort: "-codename",
    });
    expect(choice).toEqual({ text: "hammer", to: "2011-12-31", exercise: true });
    expect(view).toBe("table");
    expect(readOperationTab({ tab: ["plan", "x"] })).toBe("plan");
    expect(readOperationTab({ tab: "nowhere" })).toBe("overview");
  });
});

describe("a phase", () => {
  it("is over, under way or ahead", () => {
    const phase = { startsOn: "2026-11-03", endsOn: "2026-11-30" };
    expect(phaseState(phase, "2026-11-22", false)).toBe("now");
    expect(phaseState(phase, "2026-12-01", false)).toBe("done");
    expect(phaseState(phase, "2026-11-02", false)).toBe("next");
    expect(phaseState({ startsOn: null, endsOn: null }, "2026-11-02", true)).toBe("done");
  });

  it("editions are Roman", () => {
    expect([1, 4, 9, 14, 40].map(editionOf)).toEqual(["I", "IV", "IX", "XIV", "XL"]);
  });
});
