import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { addDays, type LocalDate } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";

const today = localDateOf(new Date(), "Africa/Nairobi");
const day = (ago: number): LocalDate => addDays(today, -ago);

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let real: PlantedOperation;
let other: PlantedOperation;
let drill: PlantedOperation;
let people: Awaited<ReturnType<typeof enter>>;

async function enter() {
  return {
    ke: await stage.as("liaison", { countries: ["KE"] }),
    rw: await stage.as("liaison", { countries: ["RW"] }),
    pe: await stage.as("liaison", { countries: ["PE"] }),
    reviewer: await stage.as("reviewer"),
    leadership: await stage.as("leadership"),
    observer: await stage.as("observer", { operations: [real.id] }),
    administrator: await stage.as("administrator"),
  };
}

type Filing = {
  operation: PlantedOperation;
  country: "KE" | "RW";
  ago: number;
  count: number;
  validate?: boolean;
};

async function file({ operation, country, ago, count, validate = false }: Filing): Promise<void> {
  const point = operation.points.find((one) => one.country === country)!;
  const id = newId();
  await (country === "KE" ? people.ke : people.rw).call.returns.file({
    id,
    deploymentId: point.deploymentId,
    localDate: day(ago),
    content: {
      kind: "checks",
      matchesStated: 0,
      lines: [{ id: newId(), database: "sltd", unit: "documents", count, basis: "national_log" }],
    },
  });
  const sent = { deploymentId: point.deploymentId, localDate: day(ago), returnId: id };
  if (validate) await people.reviewer.call.returns.validate(sent);
}

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  real = await plantOperation(stage.owner, { daysAgo: 20 });
  other = await plantOperation(stage.owner, { daysAgo: 20 });
  drill = await plantOperation(stage.owner, { daysAgo: 5, exercise: true });
  people = await enter();
  await file({ operation: real, country: "KE", ago: 4, count: 100, validate: true });
  await file({ operation: real, country: "KE", ago: 11, count: 40, validate: true });
  await file({ operation: real, country: "RW", ago: 4, count: 1000, validate: true });
  await file({ operation: other, country: "KE", ago: 3, count: 7 });
  await file({ operation: drill, country: "KE", ago: 2, count: 55_555, validate: true });
  await plant(stage.owner, async (client) => {
    const programme = newId();
    await client.query("INSERT INTO programme (id, code, name) VALUES ($1, 'STOP', 'STOP')", [programme]);
    await client.query(
      "INSERT INTO operation_programme (operation_id, programme_id, label) VALUES ($1, $3, 'STOP'), ($2, $3, 'STOP')",
      [real.id, drill.id, programme],
    );
  });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const documents = (
  totals: readonly { measure: string; unit: string; validated: unknown; preliminary: number | null }[],
) => totals.find(({ measure, unit }) => measure === "checks" && unit === "documents");

/** The same sums from the facts, in other words than the rollups. */
async function countedByCountry(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  await plant(stage.owner, async (client) => {
    const { rows } = await client.query<{ country: string; n: string }>(
      `SELECT l.country_code AS country, sum(l.count) AS n FROM return_line l JOIN operation o ON o.id = l.operation_id
       WHERE NOT o.exercise AND l.review = 'validated' AND l.superseded_at IS NULL AND l.counts AND l.unit = 'documents' GROUP BY 1`,
    );
    for (const { country, n } of rows) sums[country] = Number(n);
  });
  return sums;
}

describe("totals by country", () => {
  test("equal what the facts say, in the order of codes, the exercise apart", async () => {
    const { countries } = await people.leadership.call.summary.cuts({});
    const told = Object.fromEntries(
      (countries ?? []).map(({ country, totals }) => [country, documents(totals)?.validated]),
    );
    const facts = await countedByCountry();
    expect(told).toEqual(
      Object.fromEntries(
        Object.entries(facts).map(([country, value]) => [country, { form: "count", value }]),
      ),
    );
    expect(countries?.map(({ country }) => country)).toEqual(["KE", "RW"]);
    const drilled = await people.leadership.call.summary.cuts({ exercise: true });
    expect(documents(drilled.countries?.[0]?.totals ?? [])?.validated).toEqual({
      form: "count",
      value: 55_555,
    });
  });

  test("put a country beside its own past: two periods of one length", async () => {
    const { countries, windows } = await people.leadership.call.summary.cuts({ from: day(7), to: day(1) });
    expect(windows).toEqual({
      recent: { from: day(7), to: day(1) },
      before: { from: day(14), to: day(8) },
    });
    const ke = countries?.find(({ country }) => country === "KE");
    expect(ke?.past.filter(({ validated }) => validated)).toEqual([
      { measure: "checks", unit: "documents", validated: true, recent: 100, before: 40 },
    ]);
    expect(ke?.returns).toMatchObject({ recent: 2, before: 1 });
  });

  test("are for the own country: a liaison of another one sees nothing of it", async () => {
    const own = await people.rw.call.summary.cuts({});
    expect(own.countries?.map(({ country }) => country)).toEqual(["RW"]);
    expect((await people.pe.call.summary.cuts({})).countries).toEqual([]);
    expect((await people.rw.call.summary.cuts({ country: "KE" })).countries).toEqual([]);
  });

  test("are not told to observers, and nothing to administrators", async () => {
    expect((await people.observer.call.summary.cuts({})).countries).toBeNull();
    await expect(people.administrator.call.summary.cuts({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

test("totals by programme are those of its operations within reach", async () => {
  const { programmes } = await people.leadership.call.summary.cuts({});
  expect(programmes.map(({ code }) => code)).toEqual(["STOP"]);
  expect(documents(programmes[0]?.totals ?? [])?.validated).toEqual({ form: "count", value: 1140 });
  const rwanda = await people.rw.call.summary.cuts({});
  expect(documents(rwanda.programmes[0]?.totals ?? [])?.validated).toEqual({ form: "count", value: 1000 });
});

describe("what is owed and asked", () => {
  test("names the points that owe, and asks about the silent ones and about suspended access", async () => {
    const { id } = real.points.find(({ country }) => country === "RW")!;
    await plant(stage.owner, async (client) => {
      await client.query(
        `INSERT INTO access_status (id, access_point_id, country_code, state, on_date)
         SELECT gen_random_uuid(), a.id, a.country_code, 'suspended', $2 FROM access_point a WHERE a.border_point_id = $1`,
        [id, day(2)],
      );
    });
    const open = await people.leadership.call.summary.open({ operation: real.slug });
    expect(open?.owed.map(({ country, missing }) => [country, missing])).toEqual([
      ["KE", 18],
      ["RW", 19],
    ]);
    expect(open?.asks.map(({ kind }) => kind)).toEqual(["silent", "suspended"]);
    expect(open?.asks[1]?.items).toMatchObject([{ country: "RW", point: { id }, since: day(2) }]);
    const kenya = await people.ke.call.summary.open({ operation: real.slug });
    expect(kenya?.owed.map(({ country }) => country)).toEqual(["KE"]);
    expect(kenya?.asks.map(({ kind }) => kind)).toEqual(["silent"]);
  });

  test("access invented for an exercise is not asked about, though it was at the same point", async () => {
    const { id, country } = real.points.find((point) => point.country === "KE")!;
    const invented = newId();
    await plant(stage.owner, async (client) => {
      await client.query(
        "INSERT INTO access_point (id, border_point_id, country_code, system, databases, exercise) VALUES ($1, $2, $3, 'mind', '{sltd}', true)",
        [invented, id, country],
      );
      await client.query(
        "INSERT INTO access_status (id, access_point_id, country_code, state, on_date) VALUES ($1, $2, $3, 'suspended', $4)",
        [newId(), invented, country, day(2)],
      );
    });
    const open = await people.leadership.call.summary.open({ operation: real.slug });
    const suspended = open?.asks.find(({ kind }) => kind === "suspended");
    expect(suspended?.items.map((item) => item.country)).toEqual(["RW"]);
  });
});

describe("two operations", () => {
  test("are compared measure by measure, or refused with the reason", async () => {
    const answer = await people.leadership.call.summary.compare({ a: real.slug, b: other.slug });
    expect(answer.rows).toMatchObject([
      {
        measure: "checks",
        a: { value: 1140 },
        b: { value: 7, status: "preliminary" },
        refusal: "unlike_status",
      },
    ]);
  });

  test("outside the reader's reach, or of the other world, do not exist", async () => {
    const pair = { a: real.slug, b: other.slug };
    for (const person of [people.pe, people.observer])
      await expect(person.call.summary.compare(pair)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      people.leadership.call.summary.compare({ a: real.slug, b: drill.slug }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(people.administrator.call.summary.compare(pair)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("are counted as far as the reader sees: a liaison compares the own country's numbers", async () => {
    const answer = await people.ke.call.summary.compare({ a: real.slug, b: other.slug });
    expect(answer.rows[0]?.a?.value).toBe(140);
  });
});
