import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mintScope, within, type Grant } from "#access/scope.ts";
import { connect, type Client } from "#server/db.ts";
import { newId } from "#lib/ids.ts";
import { freshDatabase, openPool, type TestDatabase } from "./database.ts";
import { seesOperation, seesRequest, seesResult, seesTotal } from "./oracle.ts";
import { plantWorld, randomGrants } from "./world.ts";
import { chance, RESULT_TABLES, type World } from "./world-shape.ts";

const WORLDS = Number(process.env.MUSTER_WORLDS ?? 12);
const PEOPLE = Number(process.env.MUSTER_WORLD_PEOPLE ?? 12);
const FIRST_SEED = Number(process.env.MUSTER_SEED ?? 20261122);

let database: TestDatabase;
let owner: pg.Pool;
let runtime: pg.Pool;
let client: Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = openPool(database.ownerUrl, 2);
  runtime = openPool(database.appUrl, 2);
  client = connect(database.appUrl);
});

afterAll(async () => {
  await client.$disconnect();
  await runtime.end();
  await owner.end();
  await database.drop();
});

async function signIn(grants: Grant[]): Promise<string> {
  const id = newId();
  await owner.query("INSERT INTO person (id, email, name) VALUES ($1, $2, 'World')", [
    id,
    `${id}@world.example`,
  ]);
  for (const grant of grants) {
    const countries = grant.countries === "all" ? [] : grant.countries;
    const operations = grant.operations === "all" ? [] : grant.operations;
    await owner.query(
      `INSERT INTO assignment (id, person_id, role, all_countries, countries, all_operations, operations, granted_by_id, granted_at, approved_by_id, approved_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9, now())`,
      [
        newId(),
        id,
        grant.role,
        countries.length === 0,
        countries,
        operations.length === 0,
        operations,
        newId(),
        newId(),
      ],
    );
  }
  const { rows } = await owner.query("SELECT app.open_session_for($1, interval '1 hour') AS token", [id]);
  return rows[0].token;
}

async function read<R extends pg.QueryResultRow>(
  token: string | null,
  sql: string,
  ids: string[],
): Promise<R[]> {
  const connection = await runtime.connect();
  try {
    await connection.query("BEGIN");
    if (token) await connection.query("SELECT * FROM app.begin($1)", [token]);
    return (await connection.query<R>(sql, [ids])).rows;
  } finally {
    await connection.query("COMMIT");
    connection.release();
  }
}

async function seen(token: string | null, table: string, ids: string[]): Promise<string[]> {
  const sql = `SELECT id FROM ${table} WHERE id = ANY ($1::uuid[])`;
  return (await read<{ id: string }>(token, sql, ids)).map(({ id }) => id).sort();
}

type TotalRow = { rollup: string; operation: string; country: string; validated: boolean; total: string };
const TOTALS = ["daily_total", "point_total", "week_total", "point_month_total"]
  .map(
    (
      table,
    ) => `SELECT '${table}' AS rollup, operation_id AS operation, country_code AS country, validated, sum(total) AS total
                FROM ${table} WHERE operation_id = ANY ($1::uuid[]) GROUP BY 2, 3, 4`,
  )
  .join(" UNION ALL ")
  .concat(" ORDER BY 1, 2, 3, 4");

async function compareWith(world: World, grants: Grant[], about: string) {
  const token = await signIn(grants);
  const compare = async (table: string, all: string[], expected: string[]) =>
    expect(await seen(token, table, all), `${table} ${about}`).toEqual(expected.sort());
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  for (const table of RESULT_TABLES)
    await compare(
      table,
      ids(world.results[table]),
      ids(world.results[table].filter((row) => seesResult(grants, table, row))),
    );
  await compare(
    "operation",
    ids(world.operations),
    ids(world.operations.filter((o) => seesOperation(grants, o))),
  );
  await compare(
    "confirmation_request",
    ids(world.requests),
    ids(world.requests.filter((r) => seesRequest(grants, r))),
  );
  const operations = ids(world.operations);
  const totals = (await owner.query<TotalRow>(TOTALS, [operations])).rows;
  expect(new Set(totals.map(({ rollup }) => rollup)).size).toBe(4);
  expect(await read<TotalRow>(token, TOTALS, operations), `totals ${about}`).toEqual(
    totals.filter((row) => seesTotal(grants, row)),
  );
  return token;
}

it(
  `row-level security alone gives each of ${PEOPLE} random people in each of ${WORLDS} random worlds exactly the oracle's rows`,
  { timeout: 3_600_000 },
  async () => {
    expect.hasAssertions();
    for (let index = 0; index < WORLDS; index += 1) {
      const seed = FIRST_SEED + index;
      const of = chance(seed);
      const world = await plantWorld(owner, of);
      for (let person = 0; person < PEOPLE; person += 1) {
        const grants = randomGrants(world, of);
        await compareWith(world, grants, `seed ${seed} grants ${JSON.stringify(grants)}`);
      }
    }
  },
);

it("the scope's own filter and row-level security give the same matches", async () => {
  const of = chance(FIRST_SEED + 1000);
  const world = await plantWorld(owner, of);
  for (let person = 0; person < PEOPLE; person += 1) {
    const grants = randomGrants(world, of);
    const holders = grants.filter((grant) =>
      ["programme_manager", "reviewer", "liaison"].includes(grant.role),
    );
    if (holders.length === 0) continue;
    const token = await signIn(grants);
    const all = world.results.match.map((row) => row.id);
    const filtered = await client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM app.begin(${token})`;
      return tx.match.findMany({
        where: { AND: [{ id: { in: all } }, within(mintScope(grants, "match:read"))] },
        select: { id: true },
      });
    });
    expect(filtered.map((row) => row.id).sort()).toEqual(await seen(token, "match", all));
  }
});

it("shows nothing to nobody, to a revoked session, to an expired one and to a disabled person", async () => {
  const world = await plantWorld(owner, chance(FIRST_SEED + 2000));
  const all = world.results.match.map((row) => row.id);
  const grants: Grant[] = [{ role: "programme_manager", countries: "all", operations: "all" }];
  expect(await seen(null, "match", all)).toEqual([]);
  const hash = "sha256(decode($1, 'hex'))";
  for (const end of [
    `UPDATE session SET revoked_at = now() WHERE token_hash = ${hash}`,
    `UPDATE session SET expires_at = now() - interval '1 second' WHERE token_hash = ${hash}`,
    `UPDATE person SET disabled_at = now() WHERE id = (SELECT person_id FROM session WHERE token_hash = ${hash})`,
  ]) {
    const token = await signIn(grants);
    expect(await seen(token, "match", all)).toHaveLength(all.length);
    await owner.query(end, [token]);
    expect(await seen(token, "match", all)).toEqual([]);
  }
});

it("leaves nothing of one caller's identity to the next on the same connection", async () => {
  const world = await plantWorld(owner, chance(FIRST_SEED + 3000));
  const all = world.results.match.map((row) => row.id);
  const token = await signIn([{ role: "reviewer", countries: "all", operations: "all" }]);
  expect(await seen(token, "match", all)).toHaveLength(all.length);
  for (let probe = 0; probe < 10; probe += 1) expect(await seen(null, "match", all)).toEqual([]);
});

it("convicts its broken twins: a superuser's view, a table without row-level security, a session-level identity", async () => {
  const world = await plantWorld(owner, chance(FIRST_SEED + 4000));
  const all = world.results.match.map((row) => row.id);
  const superuser = openPool(database.superUrl, 1);
  await superuser.query("CREATE VIEW leak AS SELECT * FROM match; GRANT SELECT ON leak TO muster_app");
  expect((await seen(null, "leak", all)).length).toBe(all.length);
  await superuser.query("CREATE TABLE bare AS SELECT * FROM match; GRANT SELECT ON bare TO muster_app");
  expect((await seen(null, "bare", all)).length).toBe(all.length);
  await superuser.query("DROP VIEW leak; DROP TABLE bare");
  await superuser.end();
  const lone = openPool(database.appUrl, 1);
  const token = await signIn([{ role: "reviewer", countries: "all", operations: "all" }]);
  await lone.query("SELECT set_config('app.session', $1, false)", [token]);
  const { rows } = await lone.query("SELECT id FROM match WHERE id = ANY ($1::uuid[])", [all]);
  expect(rows.length).toBe(all.length);
  await lone.end();
});
