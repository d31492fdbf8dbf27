import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantFixture, type Fixture } from "#testing/matrix-fixture.ts";
import type { History } from "./rules.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let f: Fixture;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  f = await plantFixture(stage.owner);
});

afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

type Person = Awaited<ReturnType<typeof stage.as>>;
const refused = (reason: string) => ({ cause: { reason } });
const actionsOf = async (person: Person, asked: Parameters<Person["call"]["audit"]["history"]>[0]) =>
  (await person.call.audit.history(asked)).map(({ action, system }) => [action, system]);

it("everything that has a page is read with its history where it is read, and is not found from another country", async () => {
  const pages: [History, string][] = [
    ["border_point", f.points.spare],
    ["training_session", f.training.held],
    ["attendance", f.training.attendance],
    ["arrest", f.results.arrest],
    ["people_outcome", f.results.people],
    ["seizure", f.results.seizure],
    ["outcome", f.results.outcome],
    ["match", f.matches.recorded],
    ["daily_return", f.returnId],
  ];
  const ke = await stage.as("reviewer", { countries: ["KE"] });
  const pe = await stage.as("reviewer", { countries: ["PE"] });
  const observer = await stage.as("observer", { operations: [f.operation.id] });
  for (const [entity, id] of pages) {
    await expect(ke.call.audit.history({ entity, id }), entity).resolves.toEqual([]);
    await expect(pe.call.audit.history({ entity, id }), entity).rejects.toMatchObject(refused("not_found"));
    await expect(observer.call.audit.history({ entity, id }), entity).rejects.toMatchObject(
      refused("access.forbidden"),
    );
  }
  const leadership = await stage.as("leadership");
  for (const [entity, id] of [
    ["match", f.matches.recorded],
    ["arrest", f.results.arrest],
  ] as const)
    await expect(leadership.call.audit.history({ entity, id })).rejects.toMatchObject(refused("not_found"));
});

it("a corrected result brings the history of what it corrects, and says nobody's name", async () => {
  const ke = await stage.as("liaison", { countries: ["KE"] });
  const reviewer = await stage.as("reviewer", { countries: ["KE"] });
  await reviewer.call.outcomes.query({
    kind: "seizure",
    id: f.results.seizure,
    version: 1,
    remarkId: newId(),
    text: "Is the weight right?",
  });
  const id = newId();
  await ke.call.outcomes.correctSeizure({
    id,
    supersedesId: f.results.seizure,
    version: 2,
    reason: "Weighed again",
    localDate: f.day,
    borderPointId: f.pointId,
    commodity: "drugs",
    quantity: 2.5,
    unit: "kg",
  });
  const history = await ke.call.audit.history({ entity: "seizure", id });
  expect(history.map(({ action, mine }) => [action, mine])).toEqual([
    ["seizure.corrected", true],
    ["seizure.superseded", true],
    ["seizure.queried", false],
  ]);
  for (const { id: person } of [ke, reviewer]) expect(JSON.stringify(history)).not.toContain(person);
});

it("a border point brings its access along, in the reader's world and for whoever may know of it", async () => {
  const ke = await stage.as("liaison", { countries: ["KE"] });
  const rw = await stage.as("liaison", { countries: ["RW"] });
  const shared = { id: newId(), pointId: f.pointId, statusId: newId(), onDate: "2026-01-01" };
  await ke.call.points.addAccess({
    ...shared,
    system: "mind",
    databases: ["sltd"],
    state: "requested",
    broughtByOperationId: null,
  });
  const asked = { entity: "border_point", id: f.pointId } as const;
  expect(await actionsOf(ke, asked)).toEqual([["access_point.added", "mind"]]);
  expect(await actionsOf(ke, { ...asked, exercise: true })).toEqual([]);
  // Through the operation both take part in, Rwanda sees the point, and nothing of its access.
  expect(await rw.call.points.get({ id: f.pointId, exercise: false })).toMatchObject({ id: f.pointId });
  expect(await actionsOf(rw, asked)).toEqual([]);
});
