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
const yesterday = addDays(localDateOf(new Date(), "Africa/Nairobi"), -1);

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  real = await plantOperation(stage.owner, { daysAgo: 3 });
  drill = await plantOperation(stage.owner, { daysAgo: 2, exercise: true });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const at = (planted: PlantedOperation, country: string) =>
  planted.points.find((point) => point.country === country)!;
const content = {
  kind: "checks" as const,
  matchesStated: 0,
  lines: [
    {
      id: newId(),
      database: "sltd" as const,
      unit: "documents" as const,
      count: 5,
      basis: "national_log" as const,
    },
  ],
};

describe("today", () => {
  test("a liaison owes the own country's days of one world, and learns that the other waits too", async () => {
    const ke = await stage.as("liaison", { countries: ["KE"] });
    const today = await ke.call.today.overview({});
    expect(today.filing?.owing.map(({ countryCode, missing }) => [countryCode, missing.length])).toEqual([
      ["KE", 3],
    ]);
    expect(today.elsewhere).toBe(2);
    expect(await ke.call.today.counts({ exercise: true })).toMatchObject({ log: 2, today: 2 });
    expect(today.administration).toBeNull();
    expect(today.review).toBeNull();
  });

  test("what was filed is no longer owed and waits for the reviewer of that country alone", async () => {
    const ke = await stage.as("liaison", { countries: ["KE"] });
    const { deploymentId } = at(real, "KE");
    await ke.call.returns.file({ id: newId(), deploymentId, localDate: yesterday, content });
    expect((await ke.call.today.counts({})).log).toBe(2);
    const reviewer = await stage.as("reviewer", { countries: ["KE"] });
    expect((await reviewer.call.today.overview({})).review).toMatchObject({
      mine: true,
      returns: { submitted: 1 },
    });
    const other = await stage.as("reviewer", { countries: ["RW"] });
    expect((await other.call.today.counts({})).returns).toBe(0);
    expect((await reviewer.call.today.counts({ exercise: true })).returns).toBe(0);
  });

  test("managers and observers see operations at work, administrators only administration", async () => {
    const manager = await stage.as("programme_manager");
    const today = await manager.call.today.overview({});
    expect(today.operations?.map(({ slug }) => slug)).toEqual([real.slug]);
    expect(today.review?.missing.map(({ country }) => country)).toEqual(["KE", "RW"]);
    const observer = await stage.as("observer", { operations: [drill.id] });
    expect(
      (await observer.call.today.overview({ exercise: true })).operations?.map(({ slug }) => slug),
    ).toEqual([drill.slug]);
    const administrator = await stage.as("administrator");
    expect(await administrator.call.today.overview({})).toMatchObject({
      filing: null,
      matches: null,
      review: null,
      operations: null,
      administration: { waitingForMe: 0 },
    });
  });

  test("how much is at work in either world is told within reach, and to administrators nothing", async () => {
    const ke = await stage.as("liaison", { countries: ["KE"] });
    expect(await ke.call.today.worlds()).toEqual({ real: 1, exercise: 1 });
    const pe = await stage.as("liaison", { countries: ["PE"] });
    expect(await pe.call.today.worlds()).toEqual({ real: 0, exercise: 0 });
    const administrator = await stage.as("administrator");
    expect(await administrator.call.today.worlds()).toEqual({ real: 0, exercise: 0 });
  });

  test("nobody without a session learns anything", async () => {
    await expect(stage.nobody.today.overview({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
