import { describe, expect, it } from "vitest";
import { phaseState, tabsOf } from "./rules.ts";
import { readOperationSearch, readOperationTab } from "./schema.ts";

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

describe("the sides of an operation", () => {
  const nothing = { active: "overview", exercise: false, counted: false, readsHistory: false } as const;

  it("are those with something on them; results stay while they are open", () => {
    expect(tabsOf(nothing)).toEqual(["overview", "plan", "sources"]);
    expect(tabsOf({ ...nothing, active: "results" })).toEqual(["overview", "plan", "results", "sources"]);
    expect(tabsOf({ ...nothing, counted: true })).toContain("results");
    expect(tabsOf({ ...nothing, exercise: true })).toContain("results");
    expect(tabsOf({ ...nothing, readsHistory: true }).at(-1)).toBe("history");
    expect(tabsOf({ ...nothing, active: "history" })).toEqual(["overview", "plan", "sources"]);
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
});
