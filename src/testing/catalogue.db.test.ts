import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { faultsOf, readCatalogue } from "./catalogue.ts";
import { freshDatabase, openPool, type TestDatabase } from "./database.ts";

let database: TestDatabase;
let superuser: pg.Pool;

beforeAll(async () => {
  database = await freshDatabase();
  superuser = openPool(database.superUrl, 1);
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

it("stands exactly as listed: row security, policies, functions and grants", async () => {
  await expect((await readCatalogue(superuser)).join("\n") + "\n").toMatchFileSnapshot("catalogue.txt");
});

it("has no fault", async () => {
  expect(await faultsOf(superuser)).toEqual([]);
});

it.each([
  [
    "a table without row security",
    "CREATE TABLE twin (id int, country_code text); GRANT SELECT ON twin TO muster_app",
    "twin is readable without row security",
  ],
  [
    "a country's table that does not bind its owner",
    "CREATE TABLE twin (country_code text); ALTER TABLE twin ENABLE ROW LEVEL SECURITY",
    "twin holds a country's rows and does not bind its owner",
  ],
  [
    "a superuser's view",
    "CREATE VIEW twin AS SELECT * FROM match",
    "twin shows rows with its owner's rights",
  ],
  [
    "a helper without a fixed search path",
    "CREATE FUNCTION app.twin() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; REVOKE ALL ON FUNCTION app.twin() FROM public",
    "app.twin runs as its owner with a search path of the caller's",
  ],
  [
    "a function anyone may run",
    "CREATE FUNCTION app.twin() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "app.twin may be run by anyone",
  ],
  ["a right to truncate", "GRANT TRUNCATE ON match TO muster_app", "muster_app may truncate match"],
  [
    "a readable password",
    "GRANT SELECT (password_hash) ON person TO muster_app",
    "muster_app may read person.password_hash",
  ],
])("convicts %s", async (_, plant, conviction) => {
  const client = await superuser.connect();
  try {
    await client.query("BEGIN");
    await client.query(plant);
    expect(await faultsOf(client)).toContain(conviction);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});
