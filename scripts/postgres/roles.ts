import pg from "pg";
import type { Cluster, Secrets } from "./cluster.ts";
import { readSecrets } from "./cluster.ts";

/** The owner migrates, the runtime role serves; the superuser exists only to create these two and the database. */
export const OWNER = "muster_owner";
export const RUNTIME = "muster_app";
export const DATABASE = "muster";

export type Urls = { appUrl: string; ownerUrl: string; superUrl: string };

/** Connection strings to one database of the cluster, one for each of its three roles. */
export function urlsOf(secrets: Secrets, database = DATABASE): Urls {
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${secrets.port}/${database}`;
  return {
    appUrl: url(RUNTIME, secrets.app),
    ownerUrl: url(OWNER, secrets.owner),
    superUrl: url("postgres", secrets.superuser),
  };
}

/** Runs `work` on one connection that is closed afterwards. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => undefined); // without a listener the process dies with the database
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates what is missing of the two roles and the database. */
export async function provision(cluster: Cluster): Promise<void> {
  const secrets = readSecrets(cluster);
  await withClient(urlsOf(secrets, "postgres").superUrl, async (client) => {
    const roles = [
      [OWNER, secrets.owner],
      [RUNTIME, secrets.app],
    ] as const;
    for (const [role, password] of roles) {
      const known = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      if (known.rowCount === 0) {
        const rights = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION";
        await client.query(`CREATE ROLE ${role} ${rights} PASSWORD ${client.escapeLiteral(password)}`);
      }
    }
    await createDatabase(client, DATABASE);
  });
}

/** Creates an empty database of the owner, closed to everyone but the two roles; existing ones stay as they are. */
export async function createDatabase(client: pg.Client, database: string): Promise<void> {
  const known = await client.query("select 1 from pg_database where datname = $1", [database]);
  if (known.rowCount !== 0) return;
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER}`);
  await closeDatabase(client, database);
}

/** A clone takes its rows and rights inside from the template, but who may connect is said anew. */
export async function closeDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${RUNTIME}`);
}
