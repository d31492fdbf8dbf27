import fs from "node:fs";
import path from "node:path";
import { withClient } from "../scripts/postgres/roles.ts";
import { Refusal } from "../scripts/process.ts";
import { withEngine } from "./schema-engine.ts";

const FILTERS = { externalTables: [], externalEnums: [] };
const MIGRATIONS = path.join(import.meta.dirname, "migrations");
const LOCKFILE = "migration_lock.toml";
const LOCK = 727_073_001; // one migrating process at a time, whatever machine it runs on

/** The models as Prisma's engine wants them: every .prisma file with its path. */
export function readModels(): { path: string; content: string }[] {
  const files = fs.readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".prisma"))
    .sort()
    .map((file) => ({
      path: `prisma/${file}`,
      content: fs.readFileSync(path.join(import.meta.dirname, file), "utf8"),
    }));
}

function readMigrations() {
  const names = fs
    .readdirSync(MIGRATIONS)
    .filter((name) => name !== LOCKFILE)
    .sort();
  const lockfile = fs.readFileSync(path.join(MIGRATIONS, LOCKFILE), "utf8");
  const script = (name: string) => fs.readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8");
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: LOCKFILE, content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: script(name) } },
    })),
  };
}

/** Applies what is missing, as the owner; answers the names of the applied migrations. */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const input = { migrationsList: readMigrations(), filters: FILTERS };
    const { appliedMigrationNames } = await withEngine(ownerUrl, readModels(), (engine) =>
      engine.applyMigrations(input),
    );
    return appliedMigrationNames;
  });
}

/** Gives the serving role exactly the rights that the migrations name; the role must exist. */
export async function grantRuntime(ownerUrl: string, role: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const known = await client.query("select 1 from pg_roles where rolname = $1", [role]);
    if (known.rowCount === 0)
      throw new Refusal(
        `The role ${role} named in DATABASE_URL does not exist on the server: create it (LOGIN, no other right), see docs/operating.md.`,
      );
    await client.query("select app.grant_runtime($1)", [role]);
  });
}

export type Status = { pending: string[]; failed: string[]; edited: string[]; unknown: string[] };

/** How the database stands to prisma/migrations: still to apply, failed, edited after the fact, known only there. */
export async function migrationStatus(ownerUrl: string): Promise<Status> {
  const input = { migrationsList: readMigrations(), optInToShadowDatabase: false, filters: FILTERS };
  const found = await withEngine(ownerUrl, readModels(), (engine) => engine.diagnoseMigrationHistory(input));
  const { history } = found;
  const pending = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
  const unknown = history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
  return { pending, failed: found.failedMigrationNames, edited: found.editedMigrationNames, unknown };
}

/** What the migrations say and Prisma's models cannot: defaults that only the database may fill in. */
export const BEYOND_PRISMA = [
  `ALTER TABLE "audit_event" ALTER COLUMN "seq" DROP DEFAULT,
ALTER COLUMN "at" DROP DEFAULT,
ALTER COLUMN "fields" DROP DEFAULT,
ALTER COLUMN "prev_hash" DROP DEFAULT,
ALTER COLUMN "hash" DROP DEFAULT;`,
];

/** The statements that would bring a migrated database to the models, each under Prisma's comment on it. */
export async function differences(migratedUrl: string): Promise<string[]> {
  const files = readModels();
  const script = await withEngine(migratedUrl, files, async (engine) => {
    const from = { tag: "schemaDatasource" as const, files, configDir: import.meta.dirname };
    const to = { tag: "schemaDatamodel" as const, files };
    return (await engine.diff({ from, to, script: true, exitCode: null, filters: FILTERS })).stdout ?? "";
  });
  const statements = script.split(/^(?=-- \w+$)/m).map((statement) => statement.trim());
  return statements.filter((statement) => statement !== "" && statement !== "-- This is an empty migration.");
}

/** Whether a difference is more than what Prisma cannot express. */
export function isMissing(difference: string): boolean {
  return !BEYOND_PRISMA.some((known) => difference.endsWith(known));
}

/** Writes the next migration folder; answers its path. */
export function writeMigration(name: string, sql: string, now: Date): string {
  const time = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS, `${time}_${name}`);
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
  return folder;
}
