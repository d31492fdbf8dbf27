import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
let pointId: string;
let ke: Awaited<ReturnType<typeof stage.as>>;
let rw: Awaited<ReturnType<typeof stage.as>>;
let pe: Awaited<ReturnType<typeof stage.as>>;
let manager: Awaited<ReturnType<typeof stage.as>>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  planted = await plantOperation(stage.owner, { today: NOW });
  pointId = planted.points.find(({ country }) => country === "KE")!.id;
  ke = await stage.as("liaison", { countries: ["KE"] });
  rw = await stage.as("liaison", { countries: ["RW"] });
  pe = await stage.as("liaison", { countries: ["PE"] });
  manager = await stage.as("programme_manager");
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { message: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.message,
  );
const point = (more: object = {}) => ({
  id: newId(),
  countryCode: "KE",
  name: `Crossing ${newId().slice(-6)}`,
  kind: "land_crossing" as const,
  iata: null,
  unlocode: null,
  latitude: -2.5471,
  longitude: 36.7865,
  placeSource: "pin" as const,
  timeZone: "Africa/Nairobi",
  facingCountry: "TZ",
  facingPointId: null,
  another: true,
  ...more,
});
const one = (id = pointId) => ({ id, exercise: false });

describe("border points", () => {
  test("a manager makes a point, twice is once, and its label comes from its code", async () => {
    const input = point({ iata: "ZZQ", kind: "airport" });
    await manager.at(NOW).points.add(input);
    await manager.at(NOW).points.add(input);
    const made = await manager.at(NOW).points.get(one(input.id));
    expect(made).toMatchObject({ code: "KE-ZZQ", coordinateSource: "pin", version: 1 });
    const second = point({ iata: "ZZQ", kind: "airport" });
    await manager.at(NOW).points.add(second);
    expect((await manager.at(NOW).points.get(one(second.id))).code).toBe("KE-ZZQ2");
    for (const other of [{ name: "Something else" }, { latitude: -2.6 }, { timeZone: "Africa/Kampala" }])
      expect(await refusal(manager.at(NOW).points.add({ ...input, ...other })), JSON.stringify(other)).toBe(
        "id.not_usable",
      );
  });

  test("a point revised since is not made again: only what stands there counts as sent before", async () => {
    const other = point({ countryCode: "TZ", facingCountry: "KE" });
    await manager.at(NOW).points.add(other);
    const input = point({ facingPointId: other.id, facingCountry: null });
    await manager.at(NOW).points.add(input);
    await manager.at(NOW).points.add(input);
    const { countryCode: _, ...described } = { ...input, name: "Revised since" };
    await manager.at(NOW).points.revise({ ...described, version: 1 });
    for (const sent of [input, { ...input, name: "Something else" }])
      expect(await refusal(manager.at(NOW).points.add(sent))).toBe("id.not_usable");
    await manager.at(NOW).points.add({ ...input, name: "Revised since" });
    expect(await manager.at(NOW).points.get(one(input.id))).toMatchObject({
      name: "Revised since",
      version: 2,
    });
  });

  test("a point of the same code, or nearer than two kilometres in the same country, is asked about first", async () => {
    const first = point({ latitude: -0.5, longitude: 37.5, unlocode: "KELDW" });
    await ke.at(NOW).points.add(first);
    const near = point({ latitude: -0.51, longitude: 37.5, another: false });
    expect(await refusal(ke.at(NOW).points.add(near))).toBe("point.perhaps_here");
    const sameCode = point({ latitude: 0.1, longitude: 37.1, unlocode: "KELDW", another: false });
    expect(await refusal(ke.at(NOW).points.add(sameCode))).toBe("point.perhaps_here");
    const { alike, timeZone } = await ke.at(NOW).points.around({
      latitude: -0.51,
      longitude: 37.5,
      countryCode: "KE",
    });
    expect(alike).toMatchObject([{ id: first.id, why: "near", km: 1.1 }]);
    expect(timeZone).toBe("Africa/Nairobi");
    await ke.at(NOW).points.add({ ...near, another: true });
    const far = point({ latitude: -0.55, longitude: 37.5, another: false });
    expect(await refusal(ke.at(NOW).points.add(far))).toBe("done");
  });

  test("the wrong country neither finds nor makes nor changes a point", async () => {
    expect(await refusal(pe.at(NOW).points.get(one()))).toBe("not_found");
    expect(await refusal(pe.at(NOW).audit.history({ entity: "border_point", id: pointId }))).toBe(
      "not_found",
    );
    expect(await refusal(pe.at(NOW).points.add(point()))).toBe("not_found");
    const { countryCode: _, ...described } = point();
    expect(await refusal(rw.at(NOW).points.revise({ ...described, id: pointId, version: 1 }))).toBe(
      "not_found",
    );
    expect((await pe.at(NOW).points.list({})).total).toBe(0);
    // Through the operation both take part in, Rwanda sees the point, and nothing of its access.
    const seen = await rw.at(NOW).points.get(one());
    expect(seen.may).toEqual({ write: false, readAccess: false, writeAccess: false });
    const { rows } = await rw.at(NOW).points.list({ country: "KE" });
    expect(rows.map(({ access }) => access)).toEqual([null]);
  });

  test("a code of another country is refused, and so is a point that faces its own country", async () => {
    expect(await refusal(ke.at(NOW).points.add(point({ unlocode: "TZDAR" })))).toBe(
      "point.unlocode_of_another_country",
    );
    expect(await refusal(ke.at(NOW).points.add(point({ facingCountry: "KE" })))).toBe("point.faces_itself");
    const other = point({ countryCode: "TZ", facingCountry: "KE" });
    await manager.at(NOW).points.add(other);
    const own = point({ facingPointId: other.id, facingCountry: null });
    await manager.at(NOW).points.add(own);
    expect(await manager.at(NOW).points.get(one(other.id))).toMatchObject({ facedBy: [{ id: own.id }] });
    expect(await manager.at(NOW).points.get(one(own.id))).toMatchObject({ facingCountry: "TZ" });
  });

  test("of two who revise, the second is told; a point in use is not retired, one retired says why", async () => {
    const input = point();
    await ke.at(NOW).points.add(input);
    const { countryCode: _, ...described } = input;
    await ke.at(NOW).points.revise({ ...described, version: 1, name: "Namanga" });
    expect(await refusal(ke.at(NOW).points.revise({ ...described, version: 1, name: "Other" }))).toBe(
      "point.changed_meanwhile",
    );
    expect(await refusal(ke.at(NOW).points.retire({ id: pointId, version: 1, reason: "Closed" }))).toBe(
      "point.still_deployed",
    );
    await ke.at(NOW).points.retire({ id: input.id, version: 2, reason: "The crossing was closed" });
    expect((await ke.at(NOW).points.list({ text: "Namanga" })).total).toBe(0);
    expect((await ke.at(NOW).points.list({ text: "Namanga", retired: true })).total).toBe(1);
    await ke.at(NOW).points.reopen({ id: input.id, version: 3 });
    const history = await ke.at(NOW).audit.history({ entity: "border_point", id: input.id });
    expect(history.map(({ action }) => action)).toEqual([
      "border_point.reopened",
      "border_point.retired",
      "border_point.revised",
      "border_point.added",
    ]);
  });
});

describe("access", () => {
  const access = (more: object = {}) => ({
    id: newId(),
    pointId,
    system: "mind" as const,
    databases: ["sltd" as const],
    broughtByOperationId: planted.id,
    statusId: newId(),
    state: "requested" as const,
    onDate: "2026-05-04",
    ...more,
  });
  const status = (id: string, version: number, more: object) => ({
    id,
    version,
    statusId: newId(),
    state: "live" as const,
    onDate: "2026-06-01",
    ...more,
  });
  const shown = async (id: string) => (await ke.at(NOW).points.access(one())).find((row) => row.id === id)!;

  test("goes its dated way; a mistake is withdrawn with a reason and stays", async () => {
    const input = access();
    await ke.at(NOW).points.addAccess(input);
    await ke.at(NOW).points.addAccess(input);
    for (const other of [{ state: "installed" as const }, { onDate: "2026-05-05" }, { statusId: newId() }])
      expect(await refusal(ke.at(NOW).points.addAccess({ ...input, ...other }))).toBe("id.not_usable");
    const live = status(input.id, 1, {});
    await ke.at(NOW).points.addStatus(live);
    await ke.at(NOW).points.addStatus(live);
    expect(await shown(input.id)).toMatchObject({
      state: "live",
      since: "2026-06-01",
      version: 2,
      broughtBy: { slug: planted.slug },
    });
    for (const [wrong, reason] of [
      [{ state: "tested" }, "access.not_the_next"],
      [{ state: "suspended", onDate: "2026-05-30" }, "access.before_the_last"],
      [{ state: "suspended", onDate: "2026-11-21" }, "access.in_the_future"],
    ] as const)
      expect(await refusal(ke.at(NOW).points.addStatus(status(input.id, 2, wrong)))).toBe(reason);
    const suspended = status(input.id, 2, { state: "suspended", onDate: "2026-08-01" });
    await ke.at(NOW).points.addStatus(suspended);
    const back = status(input.id, 3, { state: "live", onDate: "2026-09-01" });
    await ke.at(NOW).points.addStatus(back);
    const withdraw = (statusId: string, version: number) =>
      ke.at(NOW).points.withdrawStatus({ id: input.id, version, statusId, reason: "It was another point" });
    expect(await refusal(withdraw(suspended.statusId, 4))).toBe("access.later_first");
    await withdraw(back.statusId, 4);
    await withdraw(suspended.statusId, 5);
    const after = await shown(input.id);
    expect(after.state).toBe("live");
    expect(after.statuses.filter(({ withdrawnAt }) => withdrawnAt !== null)).toHaveLength(2);
  });

  test("is for its country and headquarters; others find nothing, and write nothing", async () => {
    const input = access({ system: "web" });
    for (const stranger of [rw, pe]) {
      expect(await refusal(stranger.at(NOW).points.access(one()))).toBe("not_found");
      expect(await refusal(stranger.at(NOW).points.legacy(one()))).toBe("not_found");
      expect(await refusal(stranger.at(NOW).points.addAccess(input))).toBe("not_found");
      expect((await stranger.at(NOW).points.list({ state: "live", country: "KE" })).total).toBe(0);
    }
    await manager.at(NOW).points.addAccess(input);
    expect(await refusal(rw.at(NOW).points.addStatus(status(input.id, 1, {})))).toBe("not_found");
    const observer = await stage.as("observer", { operations: [planted.id] });
    expect(await refusal(observer.at(NOW).points.access(one()))).toBe("access.forbidden");
    // PostgreSQL alone says the same.
    await expect(
      stage.client.$transaction(async (db) => {
        await db.$executeRaw`SELECT set_config('app.session', ${pe.token}, true)`;
        return db.accessPoint.count();
      }),
    ).resolves.toBe(0);
  });

  test("of two who change its databases the second is told", async () => {
    const input = access({ system: "imd", broughtByOperationId: null });
    await ke.at(NOW).points.addAccess(input);
    const change = (version: number, databases: ("sltd" | "nominals")[]) =>
      refusal(
        ke.at(NOW).points.changeDatabases({ id: input.id, version, databases, broughtByOperationId: null }),
      );
    expect(await change(1, ["sltd", "nominals"])).toBe("done");
    expect(await change(1, ["nominals"])).toBe("access.changed_meanwhile");
    expect(await change(1, ["nominals", "sltd"])).toBe("done");
    const exercise = await plantOperation(stage.owner, { today: NOW, exercise: true });
    expect(
      await refusal(
        ke.at(NOW).points.changeDatabases({
          id: input.id,
          version: 2,
          databases: ["sltd"],
          broughtByOperationId: exercise.id,
        }),
      ),
    ).toBe("not_found");
  });

  test("a month is counted by each source apart, unknown is not zero, and a revision says why", async () => {
    const input = access({ system: "ibms" });
    await ke.at(NOW).points.addAccess(input);
    const volume = (more: object) => ({
      id: newId(),
      accessPointId: input.id,
      database: "sltd" as const,
      month: "2026-07",
      source: "server_log" as const,
      count: 1200,
      ...more,
    });
    const first = volume({});
    await ke.at(NOW).points.recordVolume(first);
    await ke.at(NOW).points.recordVolume(first);
    for (const other of [
      { month: "2026-06" },
      { source: "estimate" as const },
      { database: "nominals" as const },
    ])
      expect(await refusal(ke.at(NOW).points.recordVolume({ ...first, ...other }))).toBe("id.not_usable");
    await ke.at(NOW).points.recordVolume(volume({ source: "national_return", count: 1500 }));
    await ke.at(NOW).points.recordVolume(volume({ month: "2026-08", count: null }));
    expect(await refusal(ke.at(NOW).points.recordVolume(volume({})))).toBe("access.volume_already_recorded");
    expect(await refusal(ke.at(NOW).points.recordVolume(volume({ month: "2026-12" })))).toBe(
      "access.in_the_future",
    );
    const revised = volume({ count: 1210, supersedesId: first.id });
    expect(await refusal(ke.at(NOW).points.recordVolume(revised))).toBe("access.reason_needed");
    await ke.at(NOW).points.recordVolume({ ...revised, reason: "The log was read again" });
    expect(
      await refusal(ke.at(NOW).points.recordVolume({ ...revised, id: newId(), reason: "Once more" })),
    ).toBe("access.volume_changed_meanwhile");
    const { volumes } = await shown(input.id);
    expect(volumes.map(({ month, source, count }) => [month, source, count])).toEqual([
      ["2026-07", "server_log", 1200],
      ["2026-07", "server_log", 1210],
      ["2026-07", "national_return", 1500],
      ["2026-08", "server_log", null],
    ]);
    const legacy = await ke.at(NOW).points.legacy(one());
    expect(legacy.months).toEqual(["2026-07", "2026-08"]);
    expect(legacy.volumes).toHaveLength(3);
  });
});

test("totals count states, and six months after the end tell used from unused from unknown", async () => {
  const ended = await plantOperation(stage.owner, { countries: ["PE"], points: 4, today: NOW });
  const ids: string[] = [];
  await plant(stage.owner, async (client) => {
    await client.query("UPDATE operation SET ends_on = '2026-02-10', state = 'closed' WHERE id = $1", [
      ended.id,
    ]);
    for (const [index, { id }] of ended.points.entries()) {
      const { rows } = await client.query<{ id: string }>(
        "SELECT id FROM access_point WHERE border_point_id = $1",
        [id],
      );
      ids.push(rows[0]!.id);
      const volume = [
        ["server_log", 40],
        ["server_log", 0],
        ["server_log", null],
      ][index];
      if (volume)
        await client.query(
          "INSERT INTO query_volume (access_point_id, country_code, database, month, source, count) VALUES ($1, 'PE', 'sltd', '2026-08-01', $2::volume_source, $3)",
          [rows[0]!.id, ...volume],
        );
    }
    await client.query(
      "INSERT INTO access_status (id, access_point_id, country_code, state, on_date) VALUES ($1, $2, 'PE', 'suspended', '2026-11-19')",
      [newId(), ids[0]],
    );
  });
  const totals = await pe.at(NOW).points.accessTotals({ operationId: ended.id });
  expect(totals).toMatchObject({
    asOf: "2026-11-20",
    states: { live: 3, suspended: 1, requested: 0, unstated: 0 },
    countries: [{ country: "PE", points: 4, states: { live: 3, suspended: 1 } }],
    legacy: {
      six: { asked: 4, used: 1, unused: 1, unknown: 2, notYet: 0 },
      twelve: { asked: 4, used: 0, unused: 0, unknown: 0, notYet: 4 },
    },
  });
  const before = await pe.at(NOW).points.accessTotals({ operationId: ended.id, asOf: "2026-11-18" });
  expect(before.states).toMatchObject({ live: 4, suspended: 0 });
  expect(await refusal(ke.at(NOW).points.accessTotals({ operationId: ended.id }))).toBe("not_found");
  expect((await ke.at(NOW).points.accessTotals({})).countries.map(({ country }) => country)).toEqual(["KE"]);
  const found = await pe.at(NOW).points.list({ state: "suspended" });
  expect(found.rows.map(({ id }) => id)).toEqual([ended.points[0]!.id]);
});
