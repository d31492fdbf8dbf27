import { afterAll, beforeAll, expect, it } from "vitest";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let hidden: PlantedOperation;
let published: PlantedOperation;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  hidden = await plantOperation(stage.owner, { countries: ["KE", "PE"], visibility: "participants" });
  published = await plantOperation(stage.owner, { countries: ["KE", "PE"], visibility: "published" });
  await plant(stage.owner, async (client) => {
    await client.query("UPDATE deployment SET shifts = '19:00–07:00'");
  });
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

type Person = Awaited<ReturnType<typeof stage.as>>;

/** Countries whose shifts the page of the operation and the timeline tell. */
async function told({ call }: Person, { slug, id }: PlantedOperation): Promise<[string[], string[]]> {
  const { points } = await call.operations.show({ slug });
  const { rows } = await call.operations.schedule({});
  const posts = rows.find((row) => row.id === id)?.deployments ?? [];
  return [
    points.flatMap(({ countryCode, deployment }) => (deployment?.shifts ? [countryCode] : [])).toSorted(),
    posts.map(({ countryCode }) => countryCode).toSorted(),
  ];
}

const both = ["KE", "PE"];

it("days and shifts of an operation under way are told to their country and to headquarters", async () => {
  const kenya = await stage.as("liaison", { countries: ["KE"] });
  expect(await told(kenya, hidden)).toEqual([["KE"], ["KE"]]);
  for (const role of ["programme_manager", "reviewer", "leadership"] as const)
    expect(await told(await stage.as(role), hidden)).toEqual([both, both]);
});

it("a border point of another country tells that it takes part, and not on which days", async () => {
  const { call } = await stage.as("liaison", { countries: ["KE"] });
  const days = async (country: string) => {
    const { id } = hidden.points.find((point) => point.country === country)!;
    const { deployments } = await call.points.get({ id, exercise: false });
    return deployments.map(({ operation, startsOn, dayStartsAt }) => [
      operation.slug,
      startsOn !== null || dayStartsAt !== null,
    ]);
  };
  expect([await days("KE"), await days("PE")]).toEqual([[[hidden.slug, true]], [[hidden.slug, false]]]);
});

it("an observer is told none of them, nor through another role elsewhere", async () => {
  const observer = await stage.as("observer", { operations: [hidden.id] });
  expect(await told(observer, hidden)).toEqual([[], []]);
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  await stage.as("observer", { id: liaison.id, operations: [hidden.id] });
  expect(await told(liaison, hidden)).toEqual([["KE"], ["KE"]]);
  const elsewhere = await stage.as("programme_manager", { operations: [published.id] });
  await stage.as("liaison", { id: elsewhere.id, countries: ["KE"] });
  expect(await told(elsewhere, hidden)).toEqual([["KE"], ["KE"]]);
});

it("of a published operation they are told to everyone who reads it", async () => {
  const kenya = await stage.as("liaison", { countries: ["DK"] });
  expect(await told(kenya, published)).toEqual([both, both]);
});
