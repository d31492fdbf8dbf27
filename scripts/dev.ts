import { loadEnvFile, openDatabase, type Database } from "./database.ts";
import { ensureClient } from "./fresh.ts";
import { migrateDatabase } from "./migration.ts";
import { stopCluster } from "./postgres/cluster.ts";
import { endChildren, exitOf, Refusal, report, runNode } from "./process.ts";
import { announceServer, claimFolder, releaseFolder } from "./running-server.ts";
import { readSettings, webEnvironment } from "./settings.ts";
import { requireFreePort, startWeb } from "./web-server.ts";

let database: Database | undefined;

async function leave(code: number): Promise<void> {
  await endChildren();
  if (database?.cluster) stopCluster(database.cluster);
  releaseFolder();
  process.exit(code);
}

async function develop(): Promise<void> {
  loadEnvFile();
  const settings = readSettings();
  const other = await claimFolder();
  if (other)
    throw new Refusal(`Muster is already running at ${other.url || `process ${other.pid}`}: stop it first.`);
  await requireFreePort(settings.host, settings.port);
  await ensureClient();
  database = await openDatabase(console.log);
  await migrateDatabase(database.ownerUrl, database.appUrl, console.log);
  const env = webEnvironment(settings, database.appUrl);
  if (settings.demo) {
    const seedEnv = { ...process.env, ...env, MIGRATION_DATABASE_URL: database.ownerUrl };
    await runNode(["--conditions=react-server", "prisma/seed.ts"], { env: seedEnv });
  }
  const { url, child } = await startWeb({ mode: "dev", host: settings.host, port: settings.port, env });
  announceServer(url);
  if (settings.password) console.log(`Password of the demonstration accounts: ${settings.password}`);
  await exitOf(child);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave(0));
process.on("disconnect", () => void leave(1));

try {
  await develop();
  await leave(0);
} catch (error) {
  report(error);
  await leave(1);
}
