import fs from "node:fs";
import path from "node:path";
import { readEnvironment } from "#server/env.ts";
import { type Cluster, readSecrets, startCluster, stopCluster } from "./postgres/cluster.ts";
import { provision, urlsOf, withClient } from "./postgres/roles.ts";
import { ownCluster } from "./muster-folder.ts";
import { Refusal, ROOT } from "./process.ts";
import { runningServer } from "./running-server.ts";

/** The database of this run. `cluster` is there when it is our own. */
export type Database = { appUrl: string; ownerUrl: string; cluster?: Cluster };

/** Reads .env without overriding what the environment already says. */
export function loadEnvFile(): void {
  const file = path.join(ROOT, ".env");
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/** The server named in the environment, or undefined when the bundled one is meant. */
export function givenDatabase(): Database | undefined {
  const { DATABASE_URL, MIGRATION_DATABASE_URL } = readEnvironment(process.env);
  return DATABASE_URL && MIGRATION_DATABASE_URL
    ? { appUrl: DATABASE_URL, ownerUrl: MIGRATION_DATABASE_URL }
    : undefined;
}

/** One clear sentence when nobody answers at the address. */
export async function requireReachable(url: string, name: string): Promise<void> {
  try {
    await withClient(url, (client) => client.query("select 1"));
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = (error as Error).message || (error as NodeJS.ErrnoException).code;
    throw new Refusal(`The database ${pathname.slice(1)} at ${host} (${name}) cannot be reached: ${reason}.`);
  }
}

/** The database of this run, up and reachable; the bundled one is created and started as needed. */
export async function openDatabase(log: (line: string) => void): Promise<Database> {
  const given = givenDatabase();
  if (given) {
    await requireReachable(given.ownerUrl, "MIGRATION_DATABASE_URL");
    return given;
  }
  const cluster = ownCluster(log);
  await startCluster(cluster);
  await provision(cluster);
  return { ...urlsOf(readSecrets(cluster)), cluster };
}

/** Runs `work` on the database and leaves the bundled server as it was: running beside a running Muster, else stopped. */
export async function withDatabase<T>(
  log: (line: string) => void,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(log);
  try {
    return await work(database);
  } finally {
    if (database.cluster && !runningServer()) stopCluster(database.cluster);
  }
}
