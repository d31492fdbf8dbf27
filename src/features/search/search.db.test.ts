import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantOperation } from "#testing/factories.ts";
import { plantFixture, type Fixture } from "#testing/matrix-fixture.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let fixture: Fixture;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  fixture = await plantFixture(stage.owner);
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

type Role = Parameters<typeof stage.as>[0];
type Posting = Parameters<typeof stage.as>[1];

async function find(role: Role, text: string, posting: Posting = {}) {
  const { call } = await stage.as(role, posting);
  return (await call.search.find({ text })).map(({ kind, name }) => `${kind} ${name}`);
}

it("finds an operation by its codename, a match by its reference and a point by its name", async () => {
  const kenya = { countries: ["KE"] };
  const { call } = await stage.as("liaison", kenya);
  const { reference } = await call.matches.get({ id: fixture.matches.recorded });
  const point = fixture.operation.points.find(({ country }) => country === "KE")!;
  const { rows } = await stage.owner.query<{ name: string }>(
    "WITH m AS (SELECT set_config('app.maintenance', 'on', true)) SELECT b.name FROM m, border_point b WHERE b.id = $1",
    [point.id],
  );
  expect(await find("liaison", fixture.operation.slug, kenya)).toEqual([
    expect.stringMatching(/^operation /),
  ]);
  expect(await find("liaison", reference, kenya)).toContain(`match ${reference}`);
  expect(await find("liaison", rows[0]!.name, kenya)).toContain(`point ${rows[0]!.name}`);
});

it("another country finds neither the operation nor its matches, and an administrator no results", async () => {
  const reference = "KE-";
  expect(await find("liaison", reference, { countries: ["KE"] })).not.toEqual([]);
  for (const [role, posting] of [
    ["liaison", { countries: ["PE"] }],
    ["reviewer", { countries: ["DK"] }],
    ["observer", { countries: ["PE"] }],
  ] satisfies [Role, Posting][]) {
    expect(await find(role, fixture.operation.slug, posting)).toEqual([]);
    expect(await find(role, reference, posting)).toEqual([]);
  }
  const kinds = (await find("administrator", reference)).map((hit) => hit.split(" ")[0]);
  expect(kinds).not.toContain("match");
  expect(kinds).not.toContain("operation");
});

it("an exercise is found only from inside it, and wildcards stand for themselves", async () => {
  const { call } = await stage.as("programme_manager");
  expect(await call.search.find({ text: fixture.operation.slug, exercise: true })).toEqual([]);
  expect((await call.search.find({ text: "%%" })).length).toBe(0);
  expect((await call.search.find({ text: "__" })).length).toBe(0);
});

it("finds as much as the lists show: nothing that another role of the same person reads for something else", async () => {
  const other = await plantOperation(stage.owner, { countries: ["PE", "DK"] });
  const title = `Documents ${newId().slice(-8)}`;
  const manager = await stage.as("programme_manager");
  await manager.call.training.plan({
    id: newId(),
    operationId: other.id,
    countryCode: "PE",
    title,
    place: "Lima",
    startsOn: "2026-11-10",
    endsOn: "2026-11-11",
    delivery: "in_class",
    languages: ["es"],
    topics: ["sltd"],
    seats: null,
    trainerIds: [],
    pointIds: [],
  });
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  await stage.as("observer", { id: liaison.id, operations: [other.id] });
  const point = other.points.find(({ country }) => country === "PE")!;
  const { code } = await manager.call.points.get({ id: point.id, exercise: false });
  const found = async (who: typeof manager, text: string) =>
    (await who.call.search.find({ text })).map(({ kind }) => kind);
  expect(await found(manager, title)).toEqual(["training"]);
  expect(await found(manager, code)).toContain("point");
  expect(await found(liaison, title)).toEqual([]);
  expect(await found(liaison, code)).toEqual([]);
  expect(await found(liaison, other.slug)).toEqual(["operation"]);
  await expect(liaison.call.points.get({ id: point.id, exercise: false })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("finds a border point of exercises in the exercise alone", async () => {
  const drill = await plantOperation(stage.owner, { countries: ["KE"], exercise: true });
  const manager = await stage.as("programme_manager");
  const { code } = await manager.call.points.get({ id: drill.points[0]!.id, exercise: true });
  const found = async (exercise: boolean) =>
    (await manager.call.search.find({ text: code, exercise })).filter(({ kind }) => kind === "point").length;
  expect([await found(true), await found(false)]).toEqual([1, 0]);
});
