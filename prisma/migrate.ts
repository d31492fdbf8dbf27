import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Refusal } from "../scripts/process.ts";
import { withClient } from "../scripts/postgres/roles.ts";

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

let loaded = false;
function loadEngine(): void {
  if (loaded) return;
  const require = createRequire(import.meta.url);
  const file = path.join(
    path.dirname(require.resolve("@prisma/schema-engine-wasm")),
    "schema_engine_bg.wasm",
  );
  const module = new WebAssembly.Module(fs.readFileSync(file));
  const imports = { "./schema_engine_bg.js": wasm as unknown as WebAssembly.ModuleImports };
  const { exports } = new WebAssembly.Instance(module, imports);
  wasm.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  loaded = true;
}

const CHAR = 18;
const BPCHAR = 1042;

/** PostgreSQL's catalogue answers in the type "char", which Prisma's adapter does not know: called bpchar it does. */
function catalogueReader(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const reading = async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = BPCHAR;
    return result;
  };
  return Object.assign(pool, { query: reading });
}

/**
 * Prisma's adapter cuts scripts at every semicolon, also inside function bodies. A migration goes to the server whole:
 * one implicit transaction, and an error that knows its line.
 */
class WholeScripts extends PrismaPg {
  /** What the server said about the script that failed: the engine only passes on a number. */
  failure = "";
  #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script: string) => {
      await this.#pool.query(script).catch((error: pg.DatabaseError) => {
        const line = script.slice(0, Number(error.position ?? 0)).split("\n").length;
        const said = [error.message, error.detail, error.where, `near line ${line}`];
        this.failure = said.filter(Boolean).join("; ");
        throw error;
      });
    };
    return adapter;
  }
}

async function withEngine<T>(url: string, work: (engine: wasm.SchemaEngine) => Promise<T>): Promise<T> {
  loadEngine();
  const pool = catalogueReader(url);
  const scripts = new WholeScripts(pool);
  const adapter = bindMigrationAwareSqlAdapterFactory(scripts);
  const datamodels = readModels().map(({ path, content }): [string, string] => [path, content]);
  try {
    const engine = await wasm.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await work(engine);
  } catch (error) {
    const { message } = error as Error;
    const migration = /migration_name="([^"]+)"/.exec(message)?.[1] ?? "";
    throw new Refusal(
      `The database could not be migrated. ${migration} ${scripts.failure || message.split("\n   0:")[0]}`,
    );
  } finally {
    await pool.end();
  }
}

/** Applies what is missing, as the owner; answers the names of the applied migrations. */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const input = { migrationsList: readMigrations(), filters: FILTERS };
    const { appliedMigrationNames } = await withEngine(ownerUrl, (engine) => engine.applyMigrations(input));
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
  const found = await withEngine(ownerUrl, (engine) => engine.diagnoseMigrationHistory(input));
  const { history } = found;
  const pending = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
  const unknown = history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
  return { pending, failed: found.failedMigrationNames, edited: found.editedMigrationNames, unknown };
}

/** The SQL that would bring a migrated database to the models; empty when they do not differ. */
export async function missingSql(migratedUrl: string): Promise<string> {
  const files = readModels();
  return withEngine(migratedUrl, async (engine) => {
    const from = { tag: "schemaDatasource" as const, files, configDir: import.meta.dirname };
    const to = { tag: "schemaDatamodel" as const, files };
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: FILTERS });
    const script = (stdout ?? "").trim();
    return script === "-- This is an empty migration." ? "" : script;
  });
}

/** Writes the next migration folder; answers its path. */
export function writeMigration(name: string, sql: string, now: Date): string {
  const time = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS, `${time}_${name}`);
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
  return folder;
}
