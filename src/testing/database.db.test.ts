import { afterAll, beforeAll, expect, it } from "vitest";
import { withClient } from "../../scripts/postgres/roles.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

it("serves through a role that owns nothing and stands under row-level security", async () => {
  const sql =
    "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user";
  const { rows } = await withClient(database.appUrl, (client) => client.query(sql));
  expect(rows).toEqual([
    { rolname: "muster_app", rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
  ]);
});

it("is migrated by an owner without superuser rights", async () => {
  const sql =
    "select count(*)::int as applied, bool_or(rolsuper) as super from _prisma_migrations, pg_roles where rolname = current_user";
  const { rows } = await withClient(database.ownerUrl, (client) => client.query(sql));
  expect(rows[0]).toMatchObject({ super: false });
  expect(rows[0].applied).toBeGreaterThan(0);
});
