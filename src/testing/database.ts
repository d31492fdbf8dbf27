import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import {
  closeDatabase,
  OWNER,
  DATABASE as TEMPLATE,
  type Urls,
  urlsOf,
  withClient,
} from "../../scripts/postgres/roles.ts";

export type TestDatabase = Urls & { drop: () => Promise<void> };

/** A database of one test file: cloned from the migrated template, on real PostgreSQL, with its three roles. */
export async function freshDatabase(): Promise<TestDatabase> {
  const secrets = inject("databaseSecrets");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const { superUrl } = urlsOf(secrets, "postgres");
  await withClient(superUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER ${OWNER}`);
    await closeDatabase(client, name);
  });
  const drop = () =>
    withClient(
      superUrl,
      async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
    );
  return { ...urlsOf(secrets, name), drop };
}

/** A pool whose connections may be cut when their database is dropped: without a listener that would end the whole run. */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
