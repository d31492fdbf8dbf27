import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, openPool, type TestDatabase } from "./database.ts";
import { plantWorld } from "./world.ts";
import { chance } from "./world-shape.ts";

let database: TestDatabase;
let owner: pg.Pool;
let post: { operation: string; country: string; point: string };

beforeAll(async () => {
  database = await freshDatabase({ totalsByHand: true });
  owner = openPool(database.ownerUrl, 12);
  const world = await plantWorld(owner, chance(7));
  const point = world.points.find(({ operations }) => operations.length > 0);
  if (point === undefined) throw new Error("this seed deploys nobody");
  post = { operation: point.operations[0] ?? "", country: point.country, point: point.id };
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Writes one arrest and holds its transaction open until `release` resolves. */
async function arrest(release: Promise<void> = Promise.resolve()): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    await client.query(
      `INSERT INTO arrest (id, operation_id, country_code, border_point_id, local_date, count, offence, state, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, '2026-11-05', 2, 'other', 'arrested', $1, now())`,
      [randomUUID(), post.operation, post.country, post.point],
    );
    await release;
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

const slots = async (table: "daily_total" | "point_total") =>
  (
    await owner.query<{ slot: number; total: string }>(
      `SELECT slot, trim_scale(total)::text AS total FROM ${table}
       WHERE operation_id = $1 AND country_code = $2 AND local_date = '2026-11-05' AND measure = 'arrests' ORDER BY slot`,
      [post.operation, post.country],
    )
  ).rows;
const differences = async () => (await owner.query("SELECT * FROM app.total_differences()")).rows;

it("keeps a total that one writes at a time in one row", async () => {
  for (let turn = 0; turn < 5; turn += 1) await arrest();
  expect(await slots("daily_total")).toEqual([{ slot: 0, total: "10" }]);
  expect(await slots("point_total")).toEqual([{ slot: 0, total: "10" }]);
  expect(await differences()).toEqual([]);
});

it("lets nobody wait for another who writes the same total, and loses no count", async () => {
  let open = () => {};
  const held = new Promise<void>((resolve) => (open = resolve));
  const holding = [arrest(held), arrest(held), arrest(held)];
  // Those three keep their transactions open: this one would wait for ever if it had to wait at all.
  for (let turn = 0; turn < 4; turn += 1) await arrest();
  open();
  await Promise.all(holding);
  const rows = await slots("daily_total");
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.reduce((sum, { total }) => sum + Number(total), 0)).toBe(10 + 7 * 2);
  expect(await differences()).toEqual([]);
});

it("counts the facts anew into one row each", async () => {
  const client = await owner.connect();
  await client.query("BEGIN");
  await client.query("SELECT app.rebuild_totals()");
  await client.query("COMMIT");
  client.release();
  expect(await slots("daily_total")).toEqual([{ slot: 0, total: "24" }]);
  expect(await differences()).toEqual([]);
});

it("convicts its broken twin: a total that one slot was forgotten in", async () => {
  await owner.query("UPDATE daily_total SET total = total - 1 WHERE measure = 'arrests' AND total > 1");
  expect(await differences()).not.toEqual([]);
});
