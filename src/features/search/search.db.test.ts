import { afterAll, beforeAll, expect, it } from "vitest";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
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
