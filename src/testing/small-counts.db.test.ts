import { afterAll, beforeAll, expect, it } from "vitest";
import type { Role } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { addDays, monthOf } from "#lib/period.ts";
import { cast } from "./actors.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { plantOperation, type PlantedOperation } from "./factories.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const ARREST_DAY = "2026-11-13";
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
type Person = Awaited<ReturnType<typeof stage.as>>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  planted = await plantOperation(stage.owner, { countries: ["KE", "PE"], today: NOW, daysAgo: 15 });
  const liaison = (await stage.as("liaison", { countries: ["PE"] })).at(NOW);
  const reviewer = (await stage.as("reviewer", { countries: ["PE"] })).at(NOW);
  const id = newId();
  const point = planted.points.find(({ country }) => country === "PE")!;
  await liaison.outcomes.recordArrest({
    id,
    operationId: planted.id,
    countryCode: "PE",
    borderPointId: point.id,
    localDate: ARREST_DAY,
    count: 1,
    offence: "document_fraud",
  });
  await reviewer.outcomes.validate({ results: [{ kind: "arrest", id, version: 1 }] });
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const both = async (own: Role, wider: Role, operations?: string[]): Promise<Person> => {
  const person = await stage.as(own, { countries: ["KE"] });
  await stage.as(wider, { id: person.id, ...(operations ? { operations } : {}) });
  return person;
};
const filter = () => ({ operation: planted.slug });

it("tells leadership in which month somebody was arrested, and never on which day", async () => {
  const { call } = await stage.as("leadership");
  const summary = await call.summary.totals({
    ...filter(),
    country: "PE",
    from: "2026-11-18",
    to: "2026-11-18",
  });
  expect(summary.totals.find(({ measure }) => measure === "arrests")?.validated).toEqual({
    form: "count",
    value: 1,
  });
  expect(JSON.stringify(summary.counted)).not.toContain(ARREST_DAY);
  const { totals } = await call.figures.totals({ operationId: planted.id });
  const arrests = totals.filter(({ measure }) => measure === "arrests");
  expect(arrests.map(({ country, from, to }) => [country, from, to])).toEqual([
    [null, `${monthOf(ARREST_DAY)}-01`, addDays("2026-12-01", -1)],
    ["PE", `${monthOf(ARREST_DAY)}-01`, addDays("2026-12-01", -1)],
  ]);
});

it("tells a reviewer of everything the day, since they read the row", async () => {
  const { call } = await stage.as("reviewer");
  const { totals } = await call.figures.totals({ operationId: planted.id });
  expect(totals.find(({ measure }) => measure === "arrests")).toMatchObject({
    from: ARREST_DAY,
    to: ARREST_DAY,
  });
});

it("tells the liaison of one country who observes the operation no small count of another", async () => {
  const { call } = await both("liaison", "observer", [planted.id]);
  const results = await call.operations.results({ operationId: planted.id });
  expect(results.totals.flatMap(({ total }) => total)).toEqual([{ form: "under", below: 5 }]);
  expect(results.totals.flatMap(({ countries }) => countries)).not.toContainEqual(
    expect.objectContaining({ shown: { form: "count", value: 1 } }),
  );
  const summary = await call.summary.totals(filter());
  expect(summary.totals.find(({ measure }) => measure === "arrests")?.validated).toEqual({
    form: "under",
    below: 5,
  });
  const figures = await call.figures.totals({ operationId: planted.id });
  expect(figures.totals.filter(({ measure }) => measure === "arrests")).toEqual([]);
  const open = await call.summary.open(filter());
  expect(open?.owed.map(({ country }) => country)).not.toContain("PE");
});

it("tells the liaison of one country who reads all totals those of another by whole months", async () => {
  const { call } = await both("liaison", "leadership");
  const day = await call.summary.totals({ ...filter(), country: "PE", from: ARREST_DAY, to: ARREST_DAY });
  const other = await call.summary.totals({
    ...filter(),
    country: "PE",
    from: "2026-11-18",
    to: "2026-11-18",
  });
  expect(other.guarded).toMatchObject({ fineness: "months", widened: true });
  expect(other.totals).toEqual(day.totals);
});
