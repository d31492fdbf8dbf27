import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { Refusal } from "../scripts/process.ts";

type Model = { path: string; content: string };
type Panics = { PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void } };

let loaded = false;
let panic = "";

/** Prisma's own schema engine, as WebAssembly: its native one would have to be downloaded. */
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
  (globalThis as Panics).PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => void (panic = message) };
  wasm.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  loaded = true;
}

const CHAR = 18;
const BPCHAR = 1042;

/** Two things Prisma's adapter cannot do and its schema engine needs. */
class EngineAdapter extends PrismaPg {
  /** What the server said about the script that failed: the engine only passes on a number. */
  failure = "";
  #pool: pg.Pool;
  #charColumns: number[] = [];

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    this.#readCatalogue(adapter);
    adapter.executeScript = (script: string) => this.#runWhole(script);
    return adapter;
  }

  /** The catalogue answers in the type "char", unknown to the adapter: let through as text, then named rightly. */
  #readCatalogue(adapter: Awaited<ReturnType<PrismaPg["connect"]>>): void {
    const query = this.#pool.query.bind(this.#pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
    const reading = async (...args: unknown[]) => {
      const result = await query(...args);
      const fields = result.fields ?? [];
      this.#charColumns = [...fields.keys()].filter((at) => fields[at]?.dataTypeID === CHAR);
      for (const at of this.#charColumns) Object.assign(fields[at] ?? {}, { dataTypeID: BPCHAR });
      return result;
    };
    Object.assign(this.#pool, { query: reading });
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => {
      const answer = await queryRaw(asked);
      for (const at of this.#charColumns) answer.columnTypes[at] = ColumnTypeEnum.Character;
      return answer;
    };
  }

  /** The adapter cuts scripts at every semicolon, also inside function bodies; a migration is one transaction. */
  async #runWhole(script: string): Promise<void> {
    await this.#pool.query(script).catch((error: pg.DatabaseError) => {
      const line = script.slice(0, Number(error.position ?? 0)).split("\n").length;
      const said = [error.message, error.detail, error.where, error.position && `line ${line}`];
      this.failure = said.filter(Boolean).join("; ");
      throw error;
    });
  }
}

function refuse(error: unknown, failure: string): never {
  const { message } = error as Error;
  const migration = /migration_name="([^"]+)"/.exec(message)?.[1];
  const reason = failure || panic || message.split("\n   0:")[0];
  throw new Refusal(`The database could not be migrated${migration ? ` (${migration})` : ""}: ${reason}`);
}

/** Runs `work` with a schema engine on one connection to `url`. */
export async function withEngine<T>(
  url: string,
  models: Model[],
  work: (engine: wasm.SchemaEngine) => Promise<T>,
): Promise<T> {
  loadEngine();
  // One connection: the engine's advisory lock belongs to a session.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const adapter = new EngineAdapter(pool);
  try {
    const datamodels = models.map(({ path, content }): [string, string] => [path, content]);
    const bound = bindMigrationAwareSqlAdapterFactory(adapter);
    return await work(await wasm.SchemaEngine.new({ datamodels }, () => undefined, bound));
  } catch (error) {
    return refuse(error, adapter.failure);
  } finally {
    await pool.end();
  }
}
