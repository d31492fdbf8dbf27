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
async function arrest(release: Promise<void> = Promise.resolve(), day = "2027-03-10"): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    await client.query(
      `INSERT INTO arrest (id, operation_id, country_code, border_point_id, local_date, count, offence, state, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, 2, 'other', 'arrested', $1, now())`,
      [randomUUID(), post.operation, post.country, post.point, day],
    );
    await release;
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

const ROLLUPS = ["daily_total", "point_total", "week_total", "point_month_total"] as const;
/** The first local day of what a row sums: 10 March 2027, in a month of its own, is in the week that begins on the 8th. */
const BEGINS = {
  daily_total: "2027-03-10",
  point_total: "2027-03-10",
  week_total: "2027-03-08",
  point_month_total: "2027-03-01",
};
const slots = async (table: (typeof ROLLUPS)[number]) =>
  (
    await owner.query<{ slot: number; total: string }>(
      `SELECT slot, trim_scale(total)::text AS total FROM ${table}
       WHERE operation_id = $1 AND country_code = $2 AND local_date = $3 AND measure = 'arrests' ORDER BY slot`,
      [post.operation, post.country, BEGINS[table]],
    )
  ).rows;
const differences = async () => (await owner.query("SELECT * FROM app.total_differences()")).rows;

it("keeps a total that one writes at a time in one row", async () => {
  for (let turn = 0; turn < 5; turn += 1) await arrest();
  for (const table of ROLLUPS) expect(await slots(table), table).toEqual([{ slot: 0, total: "10" }]);
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
  for (const table of ROLLUPS) {
    const rows = await slots(table);
    expect(rows.length, table).toBeGreaterThan(1);
    expect(
      rows.reduce((sum, { total }) => sum + Number(total), 0),
      table,
    ).toBe(10 + 7 * 2);
  }
  expect(await differences()).toEqual([]);
});

it("counts the facts anew into one row each", async () => {
  const client = await owner.connect();
  await client.query("BEGIN");
  await client.query("SELECT app.rebuild_totals()");
  await client.query("COMMIT");
  client.release();
  for (const table of ROLLUPS) expect(await slots(table), table).toEqual([{ slot: 0, total: "24" }]);
  expect(await differences()).toEqual([]);
});

it("parts a week that two months share, so that a month is the sum of its weeks", async () => {
  // 1 April 2027 is a Thursday.
  for (const day of ["2027-03-28", "2027-03-31", "2027-04-01", "2027-04-04", "2027-04-05"])
    await arrest(undefined, day);
  const { rows } = await owner.query(
    `SELECT local_date::text AS begins, trim_scale(sum(total))::text AS total FROM week_total
     WHERE operation_id = $1 AND country_code = $2 AND measure = 'arrests' AND local_date > '2027-03-20' GROUP BY 1 ORDER BY 1`,
    [post.operation, post.country],
  );
  expect(rows).toEqual([
    { begins: "2027-03-22", total: "2" },
    { begins: "2027-03-29", total: "2" },
    { begins: "2027-04-01", total: "4" },
    { begins: "2027-04-05", total: "2" },
  ]);
  expect(await differences()).toEqual([]);
});

it.each(ROLLUPS)("convicts its broken twin: a %s that one slot was forgotten in", async (table) => {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    await client.query(`UPDATE ${table} SET total = total - 1 WHERE measure = 'arrests' AND total > 1`);
    const { rows } = await client.query<{ rollup: string }>(
      "SELECT DISTINCT rollup FROM app.total_differences()",
    );
    expect(rows).toEqual([{ rollup: table }]);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});
