import { DEMO_ACCOUNTS, demoEmail } from "#lib/demo-accounts.ts";
import { keepAnchors } from "./anchors.ts";
import { type Database, givenDatabase, loadEnvFile, openDatabase, requireReachable } from "./database.ts";
import { ensureBuilt, ensureClient } from "./fresh.ts";
import { migrateDatabase } from "./migration.ts";
import { stopCluster } from "./postgres/cluster.ts";
import { endChildren, exitOf, Refusal, report, runNode } from "./process.ts";
import { announceLeaving, announceServer, claimFolder, releaseFolder } from "./running-server.ts";
import { readSettings, type Settings, webEnvironment } from "./settings.ts";
import { requireFreePort, startWeb } from "./web-server.ts";

const say = (line: string) => console.log(line);
let database: Database | undefined;
let leaving = false;

/** Ends the server, then its database, in this order and once. */
async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  announceLeaving();
  await endChildren();
  if (database?.cluster) stopCluster(database.cluster);
  releaseFolder();
  process.exit(code);
}

/** Everything before the first request. Each step says what it does and is quick when there is nothing to do. */
async function prepare(settings: Settings): Promise<Database> {
  const given = givenDatabase();
  if (given) await requireReachable(given.ownerUrl, "MIGRATION_DATABASE_URL");
  if (await ensureClient()) say("Generated the database client.");
  await ensureBuilt(() => say("Building; one or two minutes the first time …"));
  say(given ? "Using the database in DATABASE_URL." : "Starting the bundled PostgreSQL …");
  database = await openDatabase(say);
  say("Migrating …");
  await migrateDatabase(database.ownerUrl, database.appUrl, say);
  await requireReachable(database.appUrl, "DATABASE_URL");
  if (settings.demo) await seed(settings, database);
  return database;
}

async function seed(settings: Settings, { appUrl, ownerUrl }: Database): Promise<void> {
  say("Seeding the demonstration …");
  const env = { ...process.env, ...webEnvironment(settings, appUrl), MIGRATION_DATABASE_URL: ownerUrl };
  const code = await runNode(["--conditions=react-server", "prisma/seed.ts"], { env });
  if (code !== 0) throw new Refusal("The demonstration data could not be written; the reason is above.");
}

function greet(url: string, { password }: Settings): void {
  say("Stop with Ctrl-C.\n");
  say(`Muster is running at ${url}`);
  if (!password) return;
  say("Demonstration accounts:");
  for (const { account, role, country } of DEMO_ACCOUNTS) {
    say(`  ${demoEmail(account).padEnd(34)}${role.replace("_", " ")}${country ? ` ${country}` : ""}`);
  }
  say(`Password of all of them: ${password}`);
}

async function start(): Promise<void> {
  loadEnvFile();
  const settings = readSettings();
  const other = await claimFolder();
  if (other) {
    say(
      other.url
        ? `Muster is already running at ${other.url}`
        : `Muster is already starting (process ${other.pid}).`,
    );
    process.exit(0);
  }
  await requireFreePort(settings.host, settings.port);
  const { appUrl, ownerUrl } = await prepare(settings);
  await keepAnchors(ownerUrl, say);
  say("Starting the web server …");
  const { host, port } = settings;
  const { url, child } = await startWeb({ mode: "start", host, port, env: webEnvironment(settings, appUrl) });
  announceServer(url);
  greet(url, settings);
  const code = await exitOf(child);
  if (!leaving) throw new Refusal(`The web server stopped by itself (exit code ${code}).`);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave(0));
process.on("disconnect", () => void leave(1)); // the door that started us was killed

try {
  await start();
} catch (error) {
  if (!leaving) report(error);
  await leave(1);
}
