import { newId } from "#lib/ids.ts";
import { list, place, row, world, type Entry } from "./matrix-entry.ts";
import type { Fixture } from "./matrix-fixture.ts";

const file = { format: "csv", locale: "en" };
const corrected = (supersedesId: string) => ({
  id: newId(),
  supersedesId,
  version: 1,
  reason: "Counted twice",
});
const where = (f: Fixture) => ({ borderPointId: null, localDate: f.day });
const arrest = (f: Fixture) => ({ kind: "arrest", id: f.results.arrest });
const shows: NonNullable<Entry["shows"]> = (answer, f) => answer.includes(f.results.arrest);
/** Four languages of files tell rows by their number: the fixture has some, nobody else's are in its operation. */
const hasRows: NonNullable<Entry["shows"]> = (answer) => !answer.includes('"rows":0');

/** The lines of arrests, people, seizures and outcomes of matches, and of the files of the lists. */
export const RESULT_LINES: Record<string, Entry> = {
  "outcomes.list": list("MRL", (f) => ({ operation: f.operation.slug }), shows),
  "outcomes.facets": list(
    "MRL",
    () => ({ kind: "arrest" }),
    (answer, f) => answer.includes(f.operation.slug),
  ),
  "outcomes.get": row("MRL", arrest),
  "outcomes.export": list("MRL", (f) => ({ operation: f.operation.slug, ...file }), hasRows),
  "matches.export": list("MRL", (f) => ({ operation: f.operation.slug, queue: "all", ...file }), hasRows),
  "returns.export": list("MRLS", (f) => ({ operationId: f.operation.id, state: "all", ...file }), hasRows),
  "outcomes.places": list(
    "L",
    () => world,
    (answer, f) => answer.includes(f.operation.id),
  ),
  "outcomes.matchesToCite": list(
    "L",
    () => world,
    (answer, f) => answer.includes(f.matches.recorded),
  ),
  "outcomes.recordPeopleGroups": row("L", (f) => ({
    ...place(f),
    kind: "migrants_encountered",
    groups: [{ id: newId(), ageGroup: "minor", sex: "male", count: 3 }],
  })),
  "outcomes.correctArrest": row("L", (f) => ({
    ...corrected(f.results.arrest),
    ...where(f),
    count: 2,
    offence: "drugs",
  })),
  "outcomes.correctPeople": row("L", (f) => ({
    ...corrected(f.results.people),
    ...where(f),
    kind: "migrants_encountered",
    ageGroup: "adult",
    sex: "male",
    count: 6,
  })),
  "outcomes.correctSeizure": row("L", (f) => ({
    ...corrected(f.results.seizure),
    ...where(f),
    commodity: "drugs",
    quantity: 1.25,
    unit: "kg",
  })),
  "outcomes.correctOutcome": row("L", (f) => ({
    ...corrected(f.results.outcome),
    kind: "entry_denied",
    at: new Date(Date.now() - 60_000),
  })),
  "outcomes.withdraw": row("L", (f) => ({ ...arrest(f), version: 1, reason: "Never happened" })),
  "outcomes.recordStatus": row("L", (f) => ({
    id: newId(),
    arrestId: f.results.arrest,
    version: 1,
    state: "released",
    count: 1,
    onDate: f.day,
  })),
  "outcomes.withdrawStatus": row("L", (f) => ({
    id: f.results.status,
    arrestId: f.results.arrest,
    version: 1,
    reason: "Wrong file",
  })),
  "outcomes.validate": row("R", (f) => ({ results: [{ ...arrest(f), version: 1 }] })),
  "outcomes.query": row("R", (f) => ({ ...arrest(f), version: 1, remarkId: newId(), text: "Which gate?" })),
  "outcomes.answer": row("L", (f) => ({
    kind: "arrest",
    id: f.results.queried,
    version: 1,
    remarkId: newId(),
    text: "Gate 4",
  })),
};
