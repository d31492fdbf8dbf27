import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { addDays } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantOperation, type PlantedOperation } from "#testing/factories.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let real: PlantedOperation;
let drill: PlantedOperation;
let ke: Awaited<ReturnType<typeof stage.as>>;
let leadership: Awaited<ReturnType<typeof stage.as>>;
let observer: Awaited<ReturnType<typeof stage.as>>;
const day = (ago: number) => addDays(localDateOf(new Date(), "Africa/Nairobi"), -ago);
const at = (planted: PlantedOperation, country: string) =>
  planted.points.find((point) => point.country === country)!;

async function file(planted: PlantedOperation, ago: number, count: number): Promise<string> {
  const id = newId();
  const line = { id: newId(), database: "sltd", unit: "documents", count, basis: "national_log" } as const;
  const { deploymentId } = at(planted, "KE");
  const content = { kind: "checks" as const, matchesStated: 0, lines: [line] };
  await ke.call.returns.file({ id, deploymentId, localDate: day(ago), content });
  return id;
}

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  real = await plantOperation(stage.owner, { daysAgo: 9 });
  drill = await plantOperation(stage.owner, { daysAgo: 9, exercise: true });
  ke = await stage.as("liaison", { countries: ["KE"] });
  leadership = await stage.as("leadership");
  observer = await stage.as("observer", { operations: [real.id] });
  const reviewer = await stage.as("reviewer", { countries: ["KE"] });
  const returnId = await file(real, 5, 100);
  await reviewer.call.returns.validate({
    deploymentId: at(real, "KE").deploymentId,
    localDate: day(5),
    returnId,
  });
  await file(real, 3, 40);
  await file(drill, 3, 777);
  for (const planted of [real, drill]) {
    const { deploymentId } = at(planted, "KE");
    const detectedAt = new Date(Date.now() - 3 * 86_400_000);
    await ke.call.matches.record({
      id: newId(),
      deploymentId,
      detectedAt,
      database: "sltd",
      documentType: "passport",
      issuer: "DNK",
      recordStatus: "stolen",
    });
  }
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

type Places = Awaited<ReturnType<typeof leadership.call.situation.places>>;
const totalsOf = (places: Places, planted: PlantedOperation, country: string) =>
  places.points.find(({ id }) => id === at(planted, country).id)?.totals;

describe("border points", () => {
  test("carry their checks, validated and preliminary apart, and those without any carry no number", async () => {
    const places = await leadership.call.situation.places({});
    expect(totalsOf(places, real, "KE")).toContainEqual({
      measure: "checks",
      unit: "documents",
      validated: { form: "count", value: 100 },
      preliminary: 40,
    });
    expect(totalsOf(places, real, "RW")).toEqual([]);
  });

  test("of the exercise and of real operations are never on one map", async () => {
    const places = await leadership.call.situation.places({});
    expect(totalsOf(places, drill, "KE")).toBeUndefined();
    const inside = await leadership.call.situation.places({ exercise: true });
    expect(totalsOf(inside, real, "KE")).toBeUndefined();
    expect(totalsOf(inside, drill, "KE")?.find(({ measure }) => measure === "checks")?.preliminary).toBe(777);
  });

  test("follow the days of the brush", async () => {
    const places = await leadership.call.situation.places({ from: day(4), to: day(1) });
    expect(totalsOf(places, real, "KE")?.find(({ measure }) => measure === "checks")).toMatchObject({
      validated: { form: "missing" },
      preliminary: 40,
    });
  });

  test("tell a liaison of another country where they are and nothing of what was counted", async () => {
    const rw = await stage.as("liaison", { countries: ["RW"] });
    const places = await rw.call.situation.places({});
    expect(totalsOf(places, real, "KE")).toEqual([]);
    const pe = await stage.as("liaison", { countries: ["PE"] });
    expect((await pe.call.situation.places({})).points).toEqual([]);
    expect((await pe.call.situation.timeline({})).buckets).toEqual([]);
  });

  test("show an observer validated figures alone, and no matches by day", async () => {
    const places = await observer.call.situation.places({});
    expect(totalsOf(places, real, "KE")).toEqual([
      { measure: "checks", unit: "documents", validated: { form: "count", value: 100 }, preliminary: null },
    ]);
    expect(places.matchesOfAll).toBe(true);
    const { buckets } = await observer.call.situation.timeline({});
    expect(
      buckets.map(({ bucket, measure, validated, preliminary }) => [bucket, measure, validated, preliminary]),
    ).toEqual([[day(5), "checks", 100, 0]]);
  });
});

test("the days under the map do not change with the brush", async () => {
  const whole = await leadership.call.situation.timeline({});
  expect(whole.buckets.filter(({ measure }) => measure === "checks").map(({ bucket }) => bucket)).toEqual([
    day(5),
    day(3),
  ]);
  expect(await leadership.call.situation.timeline({ from: day(1), to: day(1) })).toEqual(whole);
});
