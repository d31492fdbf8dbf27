import { emptyPlan } from "#features/operations/rules/empty-plan.ts";
import { newId } from "#lib/ids.ts";
import { always, world, type Entry } from "./matrix-entry.ts";

const named = () => `Matrix ${newId()}`;

/** The lines of planning. A plan names any country, so all but its choices are for those who plan for all of them. */
export const PLAN_LINES: Record<string, Entry> = {
  "operations.planForm": always("M", () => world),
  "operations.plan": { may: "M", meets: "headquarters", input: (f) => ({ slug: f.operation.slug }) },
  "operations.open": {
    may: "M",
    meets: "headquarters",
    input: () => ({ id: newId(), exercise: false, plan: { ...emptyPlan(2027), codename: named() } }),
  },
  "operations.revise": {
    may: "M",
    meets: "headquarters",
    input: (f) => ({
      id: f.other.id,
      version: 1,
      plan: { ...emptyPlan(2027), codename: named() },
      reason: null,
    }),
  },
  "operations.clone": {
    may: "M",
    meets: "headquarters",
    input: (f) => ({
      id: newId(),
      sourceId: f.operation.id,
      codename: named(),
      series: null,
      edition: null,
      year: 2027,
      exercise: false,
      startsOn: "2027-01-01",
    }),
  },
  "operations.changeState": {
    may: "M",
    meets: "headquarters",
    input: (f) => ({ id: f.other.id, version: 1, to: "follow_up", reason: null, heldBack: [] }),
  },
  "operations.openProgramme": {
    may: "M",
    meets: "headquarters",
    input: () => ({ id: newId(), code: named().slice(-20), name: "Matrix" }),
  },
  "operations.programmes": always("M", () => ({})),
  "operations.programme": always("M", (f) => ({ id: f.figures.programme })),
  "operations.reviseProgramme": {
    may: "M",
    meets: "headquarters",
    input: (f) => ({
      id: f.figures.programme,
      version: 1,
      name: named(),
      objective: "Find stolen documents.",
      donor: "A donor",
      crimeAreas: ["document_fraud"],
      topics: ["sltd"],
      databases: ["sltd"],
      systems: ["find"],
      sectors: ["police"],
    }),
  },
};
