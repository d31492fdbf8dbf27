import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { addDays } from "#lib/period.ts";
import { cellOf } from "#lib/tile-grid.ts";
import { localDateOf } from "#lib/zone.ts";
import { stretchIn } from "./rules.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";
import { readTile, type ReadFeature } from "#testing/read-tile.ts";

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

type Days = Awaited<ReturnType<typeof leadership.call.situation.days>>;
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

const NONE_BEFORE = { sums: [], filed: [] };

describe("days that are played", () => {
  const of = ({ places }: Days, planted: PlantedOperation, country: string) =>
    places.find(({ place }) => place === at(planted, country).id)?.series ?? [];

  test("add up to what the points show, preliminary apart, in the stretches they are asked for in", async () => {
    const whole = { from: day(5), to: day(3) };
    const { id } = at(real, "KE");
    const expected = [
      { on: day(5), validated: 100, preliminary: 0 },
      { on: day(3), validated: null, preliminary: 40 },
    ];
    const found = [];
    // Today decides whether these days lie in one stretch or in two.
    for (let first: string | undefined = day(5); first !== undefined;) {
      const days: Days = await leadership.call.situation.days({ at: first });
      expect(days).toMatchObject({ period: whole, stretch: stretchIn(whole, first) });
      const stretch = days.stretch!;
      const checks = of(days, real, "KE").find(({ measure }) => measure === "checks");
      for (const [place, one] of (checks?.days ?? []).entries())
        found.push({
          on: addDays(stretch.from, one),
          validated: checks!.validated[place] ?? null,
          preliminary: checks!.preliminary[place] ?? null,
        });
      const before = await leadership.call.situation.before({ before: addDays(stretch.to, 1) });
      const sum = (what: "validated" | "preliminary") =>
        expected.filter(({ on }) => on <= stretch.to).reduce((total, one) => total + (one[what] ?? 0), 0);
      expect(before.sums.find(({ place, measure }) => place === id && measure === "checks")).toMatchObject({
        unit: "documents",
        validated: sum("validated"),
        preliminary: sum("preliminary"),
      });
      first = stretch.to < whole.to ? addDays(stretch.to, 1) : undefined;
    }
    expect(found).toEqual(expected);
    expect(await leadership.call.situation.days({})).toEqual(
      await leadership.call.situation.days({ at: day(5) }),
    );
    expect(await leadership.call.situation.days({ from: day(1) })).toEqual({
      period: null,
      stretch: null,
      places: [],
      filed: [],
    });
    expect(await leadership.call.situation.before({ before: day(5) })).toEqual(NONE_BEFORE);
    expect(await leadership.call.situation.before({ from: day(4), before: day(3) })).toEqual(NONE_BEFORE);
  });

  test("hold nothing of another country, and for observers neither matches nor what is preliminary", async () => {
    const rw = await stage.as("liaison", { countries: ["RW"] });
    expect(await rw.call.situation.days({})).toMatchObject({ period: null, places: [], filed: [] });
    expect(await rw.call.situation.before({ before: day(0) })).toEqual(NONE_BEFORE);
    const { places } = await observer.call.situation.days({});
    expect(places.flatMap(({ series }) => series.map((one) => [one.measure, one.validated]))).toEqual([
      ["checks", [100]],
    ]);
    const { sums } = await observer.call.situation.before({ before: day(0) });
    expect(sums.map(({ measure, validated, preliminary }) => [measure, validated, preliminary])).toEqual([
      ["checks", 100, null],
    ]);
  });
});

describe("people", () => {
  beforeAll(async () => {
    const here = {
      operationId: real.id,
      countryCode: "KE",
      localDate: day(3),
      offence: "document_fraud",
    } as const;
    await ke.call.outcomes.recordArrest({ id: newId(), ...here, count: 2, borderPointId: at(real, "KE").id });
    await ke.call.outcomes.recordArrest({ id: newId(), ...here, count: 3 });
  });

  test("stand at their point or with their country for those who read the results", async () => {
    const places = await ke.call.situation.places({});
    const arrests = { measure: "arrests", unit: "people", validated: { form: "missing" } };
    expect(places.people).toBe("points");
    expect(totalsOf(places, real, "KE")).toContainEqual({ ...arrests, preliminary: 2 });
    expect(places.countries.find(({ code }) => code === "KE")?.totals).toEqual([
      { ...arrests, preliminary: 3 },
    ]);
    const { places: played } = await ke.call.situation.days({ operation: real.slug, at: day(3) });
    const onDays = played.flatMap(({ place, series }) =>
      series.flatMap(({ measure, preliminary }) => (measure === "arrests" ? [[place, preliminary]] : [])),
    );
    expect(Object.fromEntries(onDays)).toEqual({ KE: [3], [at(real, "KE").id]: [2] });
    const { sums } = await ke.call.situation.before({ operation: real.slug, before: day(2) });
    expect(
      sums.flatMap(({ place, measure, preliminary }) =>
        measure === "arrests" ? [[place, preliminary]] : [],
      ),
    ).toEqual(
      expect.arrayContaining([
        ["KE", 3],
        [at(real, "KE").id, 2],
      ]),
    );
  });

  test("are by country and whole months for leadership, and in no place for observers and neighbours", async () => {
    const places = await leadership.call.situation.places({ from: day(3), to: day(3) });
    expect(places.people).toBe("months");
    expect(totalsOf(places, real, "KE")?.some(({ unit }) => unit === "people")).toBe(false);
    expect(places.countries.find(({ code }) => code === "KE")?.totals).toMatchObject([{ preliminary: 5 }]);
    const { places: played } = await leadership.call.situation.days({ at: day(3) });
    expect(played.flatMap(({ series }) => series).some(({ unit }) => unit === "people")).toBe(false);
    const { sums } = await leadership.call.situation.before({ before: day(0) });
    expect(sums.some(({ unit }) => unit === "people")).toBe(false);
    const rw = await stage.as("liaison", { countries: ["RW"] });
    for (const call of [rw.call, observer.call])
      expect((await call.situation.places({})).countries.flatMap(({ totals }) => totals)).toEqual([]);
  });
});

test("an absent figure says why: none, not reported, or out of reach", async () => {
  const of = (places: Places, country: string) =>
    places.points.find(({ id }) => id === at(real, country).id)?.reporting;
  const whole = await leadership.call.situation.places({});
  expect([of(whole, "KE"), of(whole, "RW")]).toEqual(["counted", "not_reported"]);
  const rw = await stage.as("liaison", { countries: ["RW"] });
  expect(of(await rw.call.situation.places({}), "KE")).toBe("outside");
  const { deploymentId } = at(real, "RW");
  const content = { kind: "no_checks" as const, reason: "closed" as const };
  await rw.call.returns.file({ id: newId(), deploymentId, localDate: day(4), content });
  expect(of(await leadership.call.situation.places({}), "RW")).toBe("counted");
});

describe("vector tiles", () => {
  const read = async (who: { call: typeof leadership.call }, input = {}) => {
    const { tile } = await who.call.situation.tile({ z: 0, x: 0, y: 0, ...input });
    return readTile(Buffer.from(tile, "base64"))?.features ?? [];
  };
  const sum = (features: ReadFeature[], what: string) =>
    features.reduce((total, { properties }) => total + (properties[what] ?? 0), 0);

  test("hold every point once at any zoom, in the cell the page reckons with, and add up", async () => {
    const { points } = await leadership.call.situation.places({});
    const placed = points.flatMap(({ place }) => (place ? [place] : []));
    const features = await read(leadership);
    expect(sum(features, "points")).toBe(placed.length);
    expect(new Set(features.map(({ id }) => id))).toEqual(
      new Set(placed.map(({ lon, lat }) => cellOf([lon, lat], 0))),
    );
    expect([sum(features, "checks:documents"), sum(features, "checks:documents:preliminary")]).toEqual([
      100, 40,
    ]);
    const closer = await Promise.all(
      [0, 1, 2, 3].map((tile) => read(leadership, { z: 1, x: tile % 2, y: tile >> 1 })),
    );
    expect(sum(closer.flat(), "points")).toBe(placed.length);
    expect(sum(closer.flat(), "checks:documents")).toBe(100);
  });

  test("follow period and selection, keep worlds apart, and show nobody another country's figures", async () => {
    const { code } = (await leadership.call.situation.places({})).points.find(
      ({ id }) => id === at(real, "KE").id,
    )!;
    expect(sum(await read(leadership, { from: day(4) }), "checks:documents")).toBe(0);
    expect(sum(await read(leadership, { points: [code] }), "points")).toBe(1);
    expect(sum(await read(leadership, { exercise: true }), "checks:documents:preliminary")).toBe(777);
    const rw = await stage.as("liaison", { countries: ["RW"] });
    expect(sum(await read(rw), "checks:documents")).toBe(0);
    const seen = await read(observer);
    expect(Object.keys(Object.assign({}, ...seen.map(({ properties }) => properties)))).toEqual([
      "points",
      "checks:documents",
    ]);
    await expect(read(leadership, { z: 1, x: 2 })).rejects.toThrow(/x/);
  });
});

describe("corridors", () => {
  test("are for headquarters and leadership within their reach, of confirmed matches alone", async () => {
    expect(await leadership.call.situation.corridors({})).toEqual([]);
    const { id } = at(real, "KE");
    await plant(stage.owner, async (client) => {
      await client.query(
        "UPDATE match SET confirmed = true, state = 'confirmed', answered_at = now() WHERE border_point_id = $1",
        [id],
      );
    });
    const found = await leadership.call.situation.corridors({});
    expect(found).toEqual([
      { point: id, issuer: "DNK", country: "DK", days: [{ on: day(3), validated: 0, preliminary: 1 }] },
    ]);
    const headquarters = await stage.as("programme_manager");
    expect(await headquarters.call.situation.corridors({})).toEqual(found);
    expect(await headquarters.call.situation.corridors({ to: day(4) })).toEqual([]);
    const elsewhere = await stage.as("programme_manager", { countries: ["RW"] });
    expect(await elsewhere.call.situation.corridors({})).toEqual([]);
    await expect(ke.call.situation.corridors({})).rejects.toThrow("access.forbidden");
    await expect(observer.call.situation.corridors({})).rejects.toThrow("access.forbidden");
  });

  test("are refused by the database itself to whoever does not hold the role", async () => {
    const pool = new pg.Pool({ connectionString: database.appUrl, max: 1 });
    const client = await pool.connect();
    const asked = async (token: string) => {
      await client.query("BEGIN");
      await client.query("SELECT FROM app.begin($1)", [token]);
      const { rowCount } = await client.query("SELECT FROM app.corridors($1, NULL, NULL, NULL)", [[real.id]]);
      await client.query("COMMIT");
      return rowCount;
    };
    expect([await asked(ke.token), await asked(observer.token), await asked(leadership.token)]).toEqual([
      0, 0, 1,
    ]);
    client.release();
    await pool.end();
  });
});

test("access is shown to its owner and headquarters", async () => {
  const [accessId, statusId] = [newId(), newId()];
  await plant(stage.owner, async (client) => {
    await client.query(
      "INSERT INTO access_point (id, border_point_id, country_code, system, databases, version) VALUES ($1, $2, 'KE', 'find', '{sltd}', 1)",
      [accessId, at(real, "KE").id],
    );
    await client.query(
      "INSERT INTO access_status (id, access_point_id, country_code, state, on_date) VALUES ($1, $2, 'KE', 'live', $3)",
      [statusId, accessId, day(5)],
    );
  });
  const live = { point: at(real, "KE").id, system: "find", history: [{ state: "live", on: day(5) }] };
  expect(await ke.call.situation.access({})).toContainEqual(live);
  expect(await leadership.call.situation.access({})).toContainEqual(live);
  const rw = await stage.as("liaison", { countries: ["RW"] });
  expect((await rw.call.situation.access({})).filter(({ point }) => point === live.point)).toEqual([]);
  await expect(observer.call.situation.access({})).rejects.toThrow("access.forbidden");
});

test("days that are played say where a return was filed, also one that counts nothing; never to observers or neighbours", async () => {
  const pe = await plantOperation(stage.owner, { daysAgo: 9 });
  const { deploymentId, id } = at(pe, "KE");
  await file(pe, 4, 12);
  const content = { kind: "no_checks" as const, reason: "closed" as const };
  await ke.call.returns.file({ id: newId(), deploymentId, localDate: day(3), content });
  const chosen = { operation: pe.slug, to: day(3), from: day(4) };
  const filedOn = async (who: { call: typeof ke.call }) => {
    const on = [];
    for (const one of [day(4), day(3)]) {
      const { stretch, filed } = await who.call.situation.days({ ...chosen, at: one });
      for (const { place, days } of filed)
        for (const passed of days) on.push(`${place} ${addDays(stretch!.from, passed)}`);
    }
    return [...new Set(on)];
  };
  const both = [`${id} ${day(4)}`, `${id} ${day(3)}`];
  expect([await filedOn(ke), await filedOn(leadership)]).toEqual([both, both]);
  const before = { operation: pe.slug, before: day(0) };
  expect((await ke.call.situation.before(before)).filed).toEqual([id]);
  expect((await ke.call.situation.before({ ...before, before: day(4) })).filed).toEqual([]);
  const watching = await stage.as("observer", { operations: [pe.id] });
  const rw = await stage.as("liaison", { countries: ["RW"] });
  for (const who of [watching, rw]) {
    expect(await filedOn(who)).toEqual([]);
    expect((await who.call.situation.before(before)).filed).toEqual([]);
  }
});
