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

/** Totals that do not come from facts, for a test that asks nothing but totals. */
type Fresh = { totalsByHand?: boolean };

/** A database of one test file: cloned from the migrated template, on real PostgreSQL, with its three roles. */
export async function freshDatabase({ totalsByHand = false }: Fresh = {}): Promise<TestDatabase> {
  const secrets = inject("databaseSecrets");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const { superUrl } = urlsOf(secrets, "postgres");
  await withClient(superUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER ${OWNER}`);
    await closeDatabase(client, name);
  });
  const urls = urlsOf(secrets, name);
  const drop = async () => {
    const wrong = process.env.MUSTER_RECOUNT === "1" && !totalsByHand ? await wrongTotals(urls.superUrl) : [];
    await withClient(
      superUrl,
      async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
    );
    if (wrong.length > 0) throw new Error(`totals differ from a recount of the facts: ${wrong.join("; ")}`);
  };
  return { ...urls, drop };
}

const wrongTotals = (superUrl: string): Promise<string[]> =>
  withClient(superUrl, async (client) => {
    const { rows } = await client.query<{ said: string }>(
      "SELECT concat_ws(' ', rollup, key, kept, counted) AS said FROM app.total_differences() LIMIT 5",
    );
    return rows.map(({ said }) => said);
  });

/** A pool whose connections may be cut when their database is dropped: without a listener that would end the whole run. */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
