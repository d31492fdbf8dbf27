import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/period.ts";
import { newId } from "#lib/ids.ts";
import { beginClone, changeClone } from "./rules/clone-draft.ts";
import { clonePlan } from "./rules/cloned-plan.ts";
import { emptyPlan } from "./rules/empty-plan.ts";
import { differencesOf, mergePlans } from "./rules/plan-merge.ts";
import { shiftPlan, shiftTo, spanOf } from "./rules/plan-shift.ts";
import { slugOf } from "./rules/plan-slug.ts";
import { missingForLive, nextStates } from "./rules/plan-state.ts";
import { plan as planSchema, planDraft, type Plan } from "./schema/plan.ts";

const COUNTRIES = ["KE", "RW", "BJ", "DZ", "PE"];
const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays("2000-01-01", days));
const span = fc.option(fc.tuple(day, fc.integer({ min: 0, max: 400 })), { nil: null }).map((drawn) => ({
  startsOn: drawn && drawn[0],
  endsOn: drawn && addDays(drawn[0], drawn[1]),
}));
const id = fc.noShrink(fc.constant(null)).map(() => newId());

const phase = fc.record({
  id,
  kind: fc.constantFrom("tactical" as const, "training" as const),
  label: fc.option(
    fc.string({ minLength: 1, maxLength: 20 }).map((text) => `p${text.trim()}`),
    { nil: null },
  ),
  dates: span,
  note: fc.constant(null),
  countries: fc.uniqueArray(fc.record({ countryCode: fc.constantFrom(...COUNTRIES), dates: span }), {
    selector: ({ countryCode }) => countryCode,
    maxLength: 3,
  }),
});
const deployment = fc.record({ id, borderPointId: id, dates: span, returns: span });

const plans: fc.Arbitrary<Plan> = fc
  .record({
    phases: fc.array(phase, { maxLength: 4 }),
    deployments: fc.array(deployment, { maxLength: 4 }),
    objective: fc.constantFrom(null, "One", "Two"),
    series: fc.constantFrom(null, "Trigger"),
  })
  .map(({ phases, deployments, ...head }) => ({
    ...emptyPlan(2026),
    ...head,
    codename: "Operation",
    participations: COUNTRIES.map((countryCode) => ({
      countryCode,
      role: "participating" as const,
      state: "live" as const,
      focalLiaison: null,
    })),
    phases: phases.map(({ dates, countries, ...row }) => ({
      ...row,
      ...dates,
      countries: countries.map(({ countryCode, dates: own }) => ({ countryCode, ...own })),
    })),
    deployments: deployments.map(({ dates, returns, ...row }) => ({
      ...row,
      ...dates,
      dayStartsAt: "19:00",
      shifts: null,
      returnsFrom: returns.startsOn,
      returnsTo: returns.endsOn,
    })),
  }));

/** Every day of a plan, in reading order, missing ones too. */
const daysIn = ({ phases, deployments }: Plan) => [
  ...phases.flatMap(({ startsOn, endsOn, countries }) => [
    startsOn,
    endsOn,
    ...countries.flatMap((own) => [own.startsOn, own.endsOn]),
  ]),
  ...deployments.flatMap(({ startsOn, endsOn, returnsFrom, returnsTo }) => [
    startsOn,
    endsOn,
    returnsFrom,
    returnsTo,
  ]),
];

/** Days from the first to each: lengths and gaps. */
const gapsOf = (days: (string | null)[]) => {
  const first = days.find((one) => one !== null) ?? null;
  return days.map((one) => (one === null || first === null ? null : daysBetween(first, one)));
};

describe("cloning with all dates shifted", () => {
  it("moves every day by the same number, keeps what has none, and begins on the day chosen", () => {
    fc.assert(
      fc.property(plans, day, (source, startsOn) => {
        const cloned = clonePlan(source, {
          codename: "Again",
          series: null,
          edition: null,
          year: 2030,
          startsOn,
        });
        const [before, after] = [daysIn(source), daysIn(cloned)];
        const moved = shiftTo(source, startsOn);
        expect(after).toEqual(before.map((one) => (one === null ? null : addDays(one, moved))));
        expect(spanOf(cloned)?.from).toBe(spanOf(source) ? startsOn : undefined);
        expect(gapsOf(after)).toEqual(gapsOf(before));
        expect(planSchema.safeParse(cloned).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("goes back again, and gives every row an id of its own", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: -2000, max: 2000 }), (source, days) => {
        expect(shiftPlan(shiftPlan(source, days), -days)).toEqual(source);
        const cloned = clonePlan(source, {
          codename: "Again",
          series: null,
          edition: null,
          year: 2030,
          startsOn: null,
        });
        const ids = (plan: Plan) => [...plan.phases, ...plan.deployments].map((row) => row.id);
        expect(ids(cloned).filter((one) => ids(source).includes(one))).toEqual([]);
        expect(cloned.visibility).toBe("participants");
        expect(cloned.participations.every(({ state }) => state === "draft")).toBe(true);
      }),
    );
  });
});

describe("the year of a clone", () => {
  const begun = beginClone({ ...emptyPlan(2011), codename: "Hammer" }, "2026-11-22");

  it("goes with the first day until somebody types one", () => {
    expect(begun.year).toBe(2026);
    expect(changeClone(begun, { startsOn: "2028-03-01" }).year).toBe(2028);
    const typed = changeClone(begun, { year: 2027 });
    expect(changeClone(typed, { startsOn: "2028-03-01" })).toMatchObject({
      year: 2027,
      startsOn: "2028-03-01",
    });
    expect(changeClone(changeClone(typed, { startsOn: null }), { startsOn: "2029-03-01" }).year).toBe(2027);
  });

  it("goes with the first day again once it was emptied", () => {
    const emptied = changeClone(changeClone(begun, { year: 2027 }), { year: null });
    expect(emptied.year).toBeNull();
    expect(changeClone(emptied, { startsOn: "2028-03-01" }).year).toBe(2028);
  });
});

describe("two versions of one plan", () => {
  it("lose nothing: mine alone, theirs alone, and what nobody touched", () => {
    fc.assert(
      fc.property(plans, plans, plans, (base, mine, theirs) => {
        const versions = { base, mine, theirs };
        const differences = differencesOf(versions);
        const all = (side: "mine" | "theirs") =>
          mergePlans(versions, Object.fromEntries(differences.map(({ key }) => [key, side])));
        const rows = (plan: Plan) => [...plan.phases, ...plan.deployments].map((row) => row.id).toSorted();
        expect(rows(all("mine"))).toEqual(rows(mine));
        expect(rows(all("theirs"))).toEqual(rows(theirs));
        expect(all("mine").objective).toBe(mine.objective);
        expect(all("theirs").objective).toBe(theirs.objective);
        expect(differencesOf({ base, mine, theirs: mine })).toEqual([]);
      }),
    );
  });

  it("take what only one person changed without asking", () => {
    fc.assert(
      fc.property(plans, (base) => {
        const mine = { ...base, objective: "Mine" };
        const added = { ...emptyPhase(), label: "Theirs" };
        const theirs = { ...base, series: "Theirs", phases: [...base.phases, added] };
        const versions = { base, mine, theirs };
        const merged = mergePlans(versions, {});
        expect(merged).toEqual({ ...theirs, objective: "Mine" });
        expect(
          differencesOf(versions)
            .map(({ changedBy }) => changedBy)
            .toSorted(),
        ).toEqual(["mine", "theirs", "theirs"]);
      }),
    );
  });

  it("keep the order of whoever moved the rows", () => {
    const [one, two, three] = ["one", "two", "three"].map((label) => ({ ...emptyPhase(), label }));
    const base = { ...emptyPlan(2026), codename: "Order", phases: [one!, two!, three!] };
    const moved = { ...base, phases: [three!, one!, two!] };
    const labels = (plan: Plan) => plan.phases.map(({ label }) => label);
    expect(labels(mergePlans({ base, mine: moved, theirs: base }, {}))).toEqual(["three", "one", "two"]);
    expect(labels(mergePlans({ base, mine: base, theirs: moved }, {}))).toEqual(["three", "one", "two"]);
  });
});

const emptyPhase = () => ({
  id: newId(),
  kind: null,
  label: null as string | null,
  startsOn: null,
  endsOn: null,
  note: null,
  countries: [],
});

describe("the rules of a plan", () => {
  it("make the address once from codename, edition and year", () => {
    expect(slugOf({ codename: "Operation Côte d’Azur", edition: null, year: 2027 })).toBe("cote-d-azur-2027");
    expect(slugOf({ codename: "Trigger IX", edition: 9, year: 2023 })).toBe("trigger-ix-2023");
    expect(slugOf({ codename: "Neptune", edition: 4, year: 2022 })).toBe("neptune-4-2022");
    expect(slugOf({ codename: "عملية الميناء", edition: null, year: 2027 })).toBe("operation-2027");
  });

  it("go one step at a time; closed and cancelled are the end", () => {
    expect(nextStates("draft")).toEqual(["planned", "cancelled"]);
    expect(nextStates("closed")).toEqual([]);
    expect(missingForLive({ phases: [], participations: [] })).toEqual(["phases", "participations"]);
  });

  it("refuse what does not fit together, at its field", () => {
    const said = (changed: Partial<Plan>) => {
      const read = planSchema.safeParse({ ...emptyPlan(2026), codename: "Field", ...changed });
      return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
    };
    expect(said({ codename: " " })).toEqual(["codename"]);
    expect(said({ phases: [emptyPhase()] })).toEqual(["phases.0.label"]);
    const phase = { ...emptyPhase(), label: "A", startsOn: "2026-02-02", endsOn: "2026-02-01" };
    expect(said({ phases: [phase] })).toEqual(["phases.0.endsOn"]);
    const own = { countryCode: "KE", startsOn: null, endsOn: "2026-02-01" };
    expect(said({ phases: [{ ...phase, endsOn: null, countries: [own] }] })).toEqual([
      "phases.0.countries.0.startsOn",
      "phases.0.countries.0.countryCode",
    ]);
    expect(said({ retentionOn: "0012-01-01" })).toEqual(["retentionOn"]);
  });

  it("keep a half-typed plan as a draft", () => {
    const half = { ...emptyPlan(2026), year: null, phases: [{ ...emptyPhase(), startsOn: "0002-01-01" }] };
    const kept = { id: newId(), version: 0, exercise: false, base: null, plan: half };
    expect(planDraft.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});
