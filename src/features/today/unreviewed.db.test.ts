import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantFixture, type Fixture } from "#testing/matrix-fixture.ts";

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
const KINDS = ["arrest", "people", "seizure", "outcome"] as const;
const countsOf = async (person: Person, exercise = false) =>
  (await person.call.today.overview({ exercise })).unreviewed?.counts.map(({ kind, count, since }) => [
    kind,
    count,
    since,
  ]);
const nothing = [...KINDS, "attendance"].map((kind) => [kind, 0, null]);

test("a reviewer is told how many results and sessions wait, as many as the lists behind the numbers show", async () => {
  const reviewer = await stage.as("reviewer", { countries: ["KE"] });
  const { unreviewed } = await reviewer.call.today.overview({});
  expect(unreviewed).toEqual({
    mine: true,
    counts: [...KINDS, "attendance"].map((kind) => ({ kind, count: 1, since: f.day })),
  });
  for (const kind of KINDS)
    expect(await reviewer.call.outcomes.list({ kind, review: "submitted" })).toMatchObject({ total: 1 });
  expect(await reviewer.call.training.list({ review: "submitted" })).toMatchObject({
    total: 1,
    rows: [{ id: f.training.held }],
  });
  expect(await reviewer.call.today.counts({})).toMatchObject({ results: 4, training: 1 });
});

test("nobody is told what waits in another country or in the other world", async () => {
  for (const country of ["RW", "PE"]) {
    const elsewhere = await stage.as("reviewer", { countries: [country] });
    expect(await countsOf(elsewhere)).toEqual(nothing);
    expect(await elsewhere.call.today.counts({})).toMatchObject({ results: 0, training: 0 });
    expect(await elsewhere.call.training.list({ review: "submitted" })).toMatchObject({ total: 0 });
  }
  const reviewer = await stage.as("reviewer", { countries: ["KE"] });
  expect(await countsOf(reviewer, true)).toEqual(nothing);
});

test("a manager sees it without owing it; a liaison, leadership and an observer do not", async () => {
  const manager = await stage.as("programme_manager");
  expect((await manager.call.today.overview({})).unreviewed).toMatchObject({ mine: false });
  expect((await countsOf(manager))?.map(([, count]) => count)).toEqual([1, 1, 1, 1, 1]);
  expect(await manager.call.today.counts({})).toMatchObject({ results: 0, training: 0 });
  for (const role of ["liaison", "leadership", "observer"] as const) {
    const { call } = await stage.as(role, role === "observer" ? { operations: [f.operation.id] } : {});
    expect((await call.today.overview({})).unreviewed).toBeNull();
  }
});

test("what is validated waits no longer", async () => {
  const reviewer = await stage.as("reviewer", { countries: ["KE"] });
  await reviewer.call.outcomes.validate({ results: [{ kind: "arrest", id: f.results.arrest, version: 1 }] });
  await reviewer.call.training.validateAttendance({
    sessionId: f.training.held,
    rows: [{ id: f.training.attendance, version: 1 }],
  });
  expect((await countsOf(reviewer))?.map(([, count]) => count)).toEqual([0, 1, 1, 1, 0]);
  expect(await reviewer.call.today.counts({})).toMatchObject({ results: 3, training: 0 });
});

test("what is asked and not answered is told to whoever must answer, may ask and plans, and not beyond their countries", async () => {
  const reviewer = await stage.as("reviewer", { countries: ["KE"] });
  await reviewer.call.outcomes.query({
    kind: "seizure",
    id: f.results.seizure,
    version: 1,
    remarkId: newId(),
    text: "Weighed with the packing?",
  });
  const told = async (person: Person, exercise = false) => {
    const { awaiting } = await person.call.today.overview({ exercise });
    return awaiting && awaiting.results.map(({ text }) => text);
  };
  expect(await told(reviewer)).toEqual(["Weighed with the packing?"]);
  expect(await told(reviewer, true)).toEqual([]);
  expect(await told(await stage.as("programme_manager"))).toEqual(["Weighed with the packing?"]);
  expect(await told(await stage.as("reviewer", { countries: ["RW"] }))).toEqual([]);
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  expect(await told(liaison)).toBeNull();
  expect((await liaison.call.today.overview({})).questions?.results).toHaveLength(1);
  for (const role of ["leadership", "observer"] as const)
    expect(
      await told(await stage.as(role, role === "observer" ? { operations: [f.operation.id] } : {})),
    ).toBeNull();
});
