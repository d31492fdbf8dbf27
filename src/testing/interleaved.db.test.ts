import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Grant } from "#access/scope.ts";
import { newId } from "#lib/ids.ts";
import { connect, type Client } from "#server/db.ts";
import { transact } from "#server/transaction.ts";
import { freshDatabase, openPool, type TestDatabase } from "./database.ts";
import { seesResult } from "./oracle.ts";
import { plantWorld } from "./world.ts";
import { chance, COUNTRIES, type Chance, type World } from "./world-shape.ts";

const REQUESTS = Number(process.env.MUSTER_INTERLEAVED ?? 600);
const SEED = Number(process.env.MUSTER_SEED ?? 20261122);
const AT_ONCE = 40;

let database: TestDatabase;
let owner: pg.Pool;
let runtime: pg.Pool;
let client: Client;
let world: World;
type Person = { token: string; matches: string[] };
const people: Person[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  owner = openPool(database.ownerUrl, 2);
  runtime = openPool(database.appUrl, 5);
  client = connect(database.appUrl);
  world = await plantWorld(owner, chance(SEED));
  for (const country of COUNTRIES)
    for (const role of ["liaison", "reviewer", "programme_manager", "leadership"] as const)
      people.push(await signIn({ role, countries: [country], operations: "all" }));
});
afterAll(async () => {
  await client.$disconnect();
  await runtime.end();
  await owner.end();
  await database.drop();
});

async function signIn(grant: Grant & { countries: string[] }): Promise<Person> {
  const id = newId();
  await owner.query("INSERT INTO person (id, email, name) VALUES ($1, $2, 'Interleaved')", [
    id,
    `${id}@x.example`,
  ]);
  await owner.query(
    `INSERT INTO assignment (id, person_id, role, countries, all_operations, operations, granted_by_id, granted_at) VALUES ($1, $2, $3, $4, true, '{}', $1, now())`,
    [newId(), id, grant.role, grant.countries],
  );
  const { rows } = await owner.query<{ token: string }>(
    "SELECT app.open_session_for($1, interval '2 hours') AS token",
    [id],
  );
  const matches = world.results.match
    .filter((row) => seesResult([grant], "match", row))
    .map((row) => row.id)
    .sort();
  return { token: rows[0]?.token ?? "", matches };
}

const all = () => world.results.match.map((row) => row.id);

/** By hand on one of five connections; one in ten breaks off half-way. */
async function byHand(token: string | null, breaksOff: boolean): Promise<string[] | null> {
  const connection = await runtime.connect();
  try {
    await connection.query("BEGIN");
    if (token) await connection.query("SELECT * FROM app.begin($1)", [token]);
    const { rows } = await connection.query<{ id: string }>(
      "SELECT id FROM match WHERE id = ANY ($1::uuid[])",
      [all()],
    );
    if (breaksOff) await connection.query("SELECT 1 / 0").catch(() => undefined);
    return rows.map((row) => row.id).sort();
  } finally {
    await connection.query("ROLLBACK");
    connection.release();
  }
}

/** As the application asks, its statements travelling in one go. */
async function asTheApplication(token: string, breaksOff: boolean): Promise<string[] | null> {
  const found = transact({ client, token, permission: "match:read", type: "query" }, async ({ db }) => {
    const rows = await db.match.findMany({ where: { id: { in: all() } }, select: { id: true } });
    if (breaksOff) throw new Error("broken off");
    return rows.map((row) => row.id).sort();
  });
  return breaksOff ? found.catch(() => null) : found;
}

async function ask(of: Chance): Promise<string | null> {
  const person = of.pick(people);
  const breaksOff = of.maybe(0.1);
  if (of.maybe(0.1)) {
    const nobody = (await byHand(null, breaksOff)) ?? [];
    return nobody.length === 0 ? null : `nobody saw ${nobody.length} rows`;
  }
  const permitted = person.matches.length > 0;
  const seen =
    permitted && of.maybe(0.5)
      ? await asTheApplication(person.token, breaksOff)
      : await byHand(person.token, breaksOff);
  if (seen === null || seen.join() === person.matches.join()) return null;
  return `saw ${seen.length} rows instead of ${person.matches.length}`;
}

it(`${REQUESTS} interleaved requests of ${COUNTRIES.length * 4} people on few connections: each sees exactly its own rows`, async () => {
  let left = REQUESTS;
  const faults: string[] = [];
  const work = async (place: number) => {
    const of = chance(SEED + place);
    while (left > 0) {
      left -= 1;
      const fault = await ask(of);
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => work(place)));
  expect(faults).toEqual([]);
  expect(people.some(({ matches }) => matches.length > 0)).toBe(true);
});

it("convicts its broken twin: a session named for the connection instead of the transaction", async () => {
  const connection = await runtime.connect();
  const person = people.find(({ matches }) => matches.length > 0);
  await connection.query(`SELECT set_config($1, $2, ${String(false)})`, ["app.session", person?.token]);
  const { rows } = await connection.query("SELECT id FROM match WHERE id = ANY ($1::uuid[])", [all()]);
  connection.release(true);
  expect(rows.length).toBeGreaterThan(0);
});
