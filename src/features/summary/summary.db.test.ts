import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { addDays, type LocalDate } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation, type PlantedPoint } from "#testing/factories.ts";

const ZONE = "Africa/Nairobi";
const today = localDateOf(new Date(), ZONE);
const day = (ago: number) => addDays(today, -ago);

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let real: PlantedOperation;
let drill: PlantedOperation;
let people: Awaited<ReturnType<typeof enter>>;

async function enter() {
  return {
    ke: await stage.as("liaison", { countries: ["KE"] }),
    reviewerKe: await stage.as("reviewer", { countries: ["KE"] }),
    reviewerRw: await stage.as("reviewer", { countries: ["RW"] }),
    rw: await stage.as("liaison", { countries: ["RW"] }),
    manager: await stage.as("programme_manager"),
    leadership: await stage.as("leadership"),
    observer: await stage.as("observer", { operations: [real.id] }),
    administrator: await stage.as("administrator"),
  };
}

const at = (planted: PlantedOperation, country: string) =>
  planted.points.find((point) => point.country === country)!;
const checks = (count: number, unit: "documents" | "travellers" = "documents") => ({
  kind: "checks" as const,
  matchesStated: 0,
  lines: [{ id: newId(), database: "sltd" as const, unit, count, basis: "national_log" as const }],
});

type Filing = {
  point: PlantedPoint;
  ago: number;
  count: number;
  validate?: boolean;
  unit?: "documents" | "travellers";
};

async function file({ point, ago, count, validate = false, unit }: Filing): Promise<void> {
  const [liaison, reviewer] =
    point.country === "KE" ? [people.ke, people.reviewerKe] : [people.rw, people.reviewerRw];
  const id = newId();
  const localDate = day(ago);
  await liaison.call.returns.file({
    id,
    deploymentId: point.deploymentId,
    localDate,
    content: checks(count, unit),
  });
  if (validate)
    await reviewer.call.returns.validate({ deploymentId: point.deploymentId, localDate, returnId: id });
}

type Counted = {
  operation: PlantedOperation;
  country: string;
  ago: number;
  count: number;
  validated: boolean;
};

/** Arrests as facts: the path that records them is tested with the feature that owns it. */
async function plantArrests({ operation, country, ago, count, validated }: Counted): Promise<void> {
  await plant(stage.owner, async (client) => {
    await client.query(
      `INSERT INTO arrest (id, operation_id, country_code, local_date, count, offence, state, review, recorded_by_id, recorded_at, validated_by_id, validated_at)
       VALUES ($1, $2, $3, $4, $5, 'wanted_person', 'arrested', $6, $7, now(), $8, $9)`,
      [
        newId(),
        operation.id,
        country,
        day(ago),
        count,
        validated ? "validated" : "submitted",
        newId(),
        validated ? newId() : null,
        validated ? new Date() : null,
      ],
    );
  });
}

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  real = await plantOperation(stage.owner, { daysAgo: 20 });
  drill = await plantOperation(stage.owner, { daysAgo: 20, exercise: true });
  people = await enter();
  await file({ point: at(real, "KE"), ago: 3, count: 100, validate: true });
  await file({ point: at(real, "KE"), ago: 2, count: 40 });
  await file({ point: at(real, "KE"), ago: 5, count: 7, validate: true, unit: "travellers" });
  await file({ point: at(real, "RW"), ago: 3, count: 1000, validate: true });
  await file({ point: at(drill, "KE"), ago: 3, count: 55_555, validate: true });
  await plantArrests({ operation: real, country: "KE", ago: 3, count: 3, validated: true });
  await plantArrests({ operation: real, country: "RW", ago: 3, count: 9, validated: true });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

type Answer = Awaited<ReturnType<typeof people.leadership.call.summary.totals>>;
const find = (answer: Answer, measure: string, unit = "documents") =>
  answer.totals.find((total) => total.measure === measure && total.unit === unit);
const exactly = (value: number) => ({ form: "count", value });

/** The same question put to the facts themselves, by other words than the rollups. */
async function counted(operation: string, review: string, until: LocalDate = today): Promise<number> {
  let sum = 0;
  await plant(stage.owner, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      `SELECT coalesce(sum(l.count), 0) AS n FROM return_line l JOIN daily_return r ON r.id = l.return_id
       WHERE r.operation_id = $1 AND r.superseded_at IS NULL AND l.counts AND l.unit = 'documents'
         AND (l.review = 'validated') = ($2 = 'validated') AND r.local_date <= $3`,
      [operation, review, until],
    );
    sum = Number(rows[0]!.n);
  });
  return sum;
}

describe("totals", () => {
  test("equal what the facts say, validated and preliminary apart", async () => {
    const answer = await people.leadership.call.summary.totals({});
    const documents = find(answer, "checks");
    expect(documents?.validated).toEqual(exactly(await counted(real.id, "validated")));
    expect(documents?.preliminary).toBe(await counted(real.id, "submitted"));
    expect(documents).toMatchObject({ validated: exactly(1100), preliminary: 40 });
  });

  test("never add travellers to documents", async () => {
    const answer = await people.leadership.call.summary.totals({});
    expect(find(answer, "checks", "travellers")?.validated).toEqual(exactly(7));
  });

  test("of the exercise are a world of their own", async () => {
    const inside = await people.leadership.call.summary.totals({ exercise: true });
    expect(find(inside, "checks")?.validated).toEqual(exactly(55_555));
    expect(inside.operations.map(({ slug }) => slug)).toEqual([drill.slug]);
    const outside = await people.leadership.call.summary.totals({ operation: drill.slug });
    expect(outside.operations).toEqual([]);
    expect(outside.totals).toEqual([]);
  });

  test("keep to the period, country and operation asked for", async () => {
    const { call } = people.leadership;
    expect(find(await call.summary.totals({ from: day(2) }), "checks")).toMatchObject({
      validated: { form: "missing" },
      preliminary: 40,
    });
    expect(find(await call.summary.totals({ country: "RW" }), "checks")?.validated).toEqual(exactly(1000));
    expect(find(await call.summary.totals({ operation: real.slug, to: day(4) }), "checks")).toBeUndefined();
    await expect(call.summary.totals({ from: today, to: day(3) })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("of a country are for that country: a liaison sees the own ones only", async () => {
    const answer = await people.ke.call.summary.totals({});
    expect(find(answer, "checks")).toMatchObject({ validated: exactly(100), preliminary: 40 });
    expect(find(answer, "arrests", "people")?.validated).toEqual(exactly(3));
    expect(find(await people.ke.call.summary.totals({ country: "RW" }), "checks")).toBeUndefined();
  });

  test("are refused to those whose role has none", async () => {
    await expect(people.administrator.call.summary.totals({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(stage.nobody.summary.totals({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("small counts of people", () => {
  test("an observer sees validated totals only, 1 to 4 never, whatever the period", async () => {
    await plantArrests({ operation: real, country: "KE", ago: 6, count: 2, validated: false });
    const { call } = people.observer;
    const answer = await call.summary.totals({});
    expect(find(answer, "checks")).toMatchObject({ validated: exactly(1100), preliminary: null });
    expect(find(answer, "arrests", "people")?.validated).toEqual(exactly(12));
    // 12 of all countries and 9 of one would give 3 away: neither country nor period divides them.
    for (const narrow of [{ country: "KE" }, { from: day(4), to: day(3) }, { to: day(10) }])
      expect(find(await call.summary.totals(narrow), "arrests", "people")?.validated).toEqual(exactly(12));
    expect(answer.guarded).toMatchObject({ fineness: "operation" });
  });

  test("leadership sees them exactly by whole months, never by day", async () => {
    const answer = await people.leadership.call.summary.totals({ from: day(3), to: day(3) });
    const month = await people.leadership.call.summary.totals({ from: `${day(3).slice(0, 7)}-01` });
    expect(find(answer, "arrests", "people")?.validated).toEqual(find(month, "arrests", "people")?.validated);
    expect(answer.guarded.widened).toBe(true);
  });

  test("an observer's operation with 1 to 4 arrests shows fewer than five", async () => {
    const small = await plantOperation(stage.owner, { daysAgo: 5 });
    await plantArrests({ operation: small, country: "KE", ago: 1, count: 2, validated: true });
    const watcher = await stage.as("observer", { operations: [small.id] });
    const answer = await watcher.call.summary.totals({ operation: small.slug });
    expect(find(answer, "arrests", "people")?.validated).toEqual({ form: "under", below: 5 });
    const parts = await watcher.call.summary.parts({ measure: "arrests", unit: "people" });
    expect(parts.byOperationOnly).toBe(true);
    expect(parts.rows.map(({ validated, country, month }) => ({ validated, country, month }))).toEqual([
      { validated: { form: "under", below: 5 }, country: null, month: null },
    ]);
  });
});

describe("a number opened", () => {
  test("is made of operation, country and month, and they add up to it", async () => {
    const parts = await people.leadership.call.summary.parts({
      operation: real.slug,
      measure: "checks",
      unit: "documents",
    });
    const sum = parts.rows.reduce(
      (all, { validated }) => all + (validated.form === "count" ? validated.value : 0),
      0,
    );
    expect(sum).toBe(1100);
    expect(new Set(parts.rows.map(({ country }) => country))).toEqual(new Set(["KE", "RW"]));
  });
});

describe("the trend", () => {
  test("keeps days without a return as gaps and days that stated zero as zeros", async () => {
    await file({ point: at(real, "KE"), ago: 4, count: 0 });
    const answer = await people.leadership.call.summary.totals({ operation: real.slug, bucket: "day" });
    const documents = answer.trends.find(({ measure, unit }) => measure === "checks" && unit === "documents");
    expect(documents?.buckets).toEqual(
      [
        { date: day(5), validated: 0, preliminary: 0 },
        { date: day(4), validated: 0, preliminary: 0 },
        { date: day(3), validated: 1100, preliminary: 0 },
        { date: day(2), validated: 0, preliminary: 40 },
      ].filter(({ date }) => date !== day(5)),
    );
  });
});

describe("what is open", () => {
  test("counts returns owed by country, returns to review, and nothing for observers", async () => {
    const open = await people.leadership.call.summary.open({ operation: real.slug });
    expect(open?.returns).toMatchObject({ submitted: 2, queried: 0 });
    // 20 days over since the operation began; Kenya filed 4 of them, Rwanda 1.
    expect(open?.missing).toEqual([
      { country: "KE", points: 1, days: 16 },
      { country: "RW", points: 1, days: 19 },
    ]);
    expect(await people.observer.call.summary.open({})).toBeNull();
    const own = await people.ke.call.summary.open({});
    expect(own?.missing.map(({ country }) => country)).toEqual(["KE"]);
  });

  test("leadership learns from whom a reply is owed and since when, and no match", async () => {
    const id = newId();
    const point = at(real, "KE");
    const recorded = {
      id,
      deploymentId: point.deploymentId,
      detectedAt: new Date(Date.now() - 3_600_000),
      database: "sltd" as const,
    };
    await people.ke.call.matches.record({
      ...recorded,
      documentType: "passport",
      issuer: "DNK",
      recordStatus: "stolen",
    });
    const step = { id, eventId: newId(), at: new Date(), channel: "i247" as const };
    await people.ke.call.matches.inspect({ ...step, version: 1 });
    const { version } = await people.ke.call.matches.get({ id });
    await people.ke.call.matches.requestConfirmation({
      ...step,
      eventId: newId(),
      version,
      requestId: newId(),
      at: new Date(),
    });
    const open = await people.leadership.call.summary.open({});
    expect(open?.replies).toMatchObject([{ asked: "DK", waiting: 1 }]);
    expect((await people.rw.call.summary.open({}))?.replies).toEqual([]);
    await expect(people.leadership.call.matches.get({ id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
