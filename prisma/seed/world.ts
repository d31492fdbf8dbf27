import { hash } from "@node-rs/argon2";
import type { ClientBase } from "pg";
import { Refusal } from "../../scripts/process.ts";
import { IMPORT_PERSON_ID } from "./ids.ts";
import { GROUND, TOOLS } from "./world/ground-sql.ts";
import { plantPeople } from "./world/people.ts";
import { MATCHES, RETURNS } from "./world/results-sql.ts";
import { MOST_LINES, operationsOf, WORLD, worldCountries, type WorldShape } from "./world/shape.ts";

const FILLED = [
  "daily_return",
  "return_line",
  "confirmation_request",
  "match",
  "match_event",
  "arrest",
  "operation",
];

/** "--returns 500000 --matches 200000 --lines 3 --seed 1 --beside": how large, and whether beside other operations. */
export function readWorldWords(words: readonly string[]): WorldShape & { beside: boolean } {
  const shape = { ...WORLD, beside: words.includes("--beside") };
  const rest = words.filter((word) => word !== "--beside");
  for (let place = 0; place < rest.length; place += 2) {
    const name = rest[place]?.slice(2) ?? "";
    const value = Number(rest[place + 1]);
    if (!Object.hasOwn(WORLD, name) || !Number.isSafeInteger(value) || value < 0)
      throw new Refusal(
        "The world takes --returns, --matches, --lines and --seed, each with a whole number, and --beside.",
      );
    shape[name as keyof WorldShape] = value;
  }
  if (shape.lines < 1 || shape.lines > MOST_LINES)
    throw new Refusal(`A return of the world has between 1 and ${MOST_LINES} lines.`);
  return shape;
}

/** Whoever holds other operations here does not want half a million invented returns among them. */
async function refuseAmongOthers(owner: ClientBase, beside: boolean): Promise<void> {
  const { rows } = await owner.query<{ world: string; others: string }>(
    `SELECT count(*) FILTER (WHERE slug LIKE 'world-%') AS world, count(*) FILTER (WHERE slug NOT LIKE 'world-%') AS others FROM operation`,
  );
  if (Number(rows[0]?.world) > 0)
    throw new Refusal("The world is there already: it is made once a database.");
  if (Number(rows[0]?.others) > 0 && !beside)
    throw new Refusal(
      `This database holds ${rows[0]?.others} other operations: the world belongs in a database of its own (or say --beside).`,
    );
}

/**
 * Writes the generated world as the owner of the database: triggers off, everything by the seed, totals counted once at the end.
 * Answers how many rows it wrote.
 */
export async function seedWorld(
  owner: ClientBase,
  { beside, ...shape }: WorldShape & { beside: boolean },
  password: string,
): Promise<{ rows: number; operations: number; tallies: number }> {
  const operations = operationsOf(shape);
  const filled = (sql: string) =>
    sql
      .replaceAll("$OPERATIONS$", String(operations))
      .replaceAll("$RETURNS$", String(shape.returns))
      .replaceAll("$MATCHES$", String(shape.matches))
      .replaceAll("$LINES$", String(shape.lines))
      .replaceAll("$IMPORT$", `'${IMPORT_PERSON_ID}'`)
      .replaceAll("$COUNTRIES$", `'{${worldCountries().join(",")}}'::text[]`);
  const triggers = (word: "DISABLE" | "ENABLE") =>
    owner.query(FILLED.map((table) => `ALTER TABLE ${table} ${word} TRIGGER USER`).join(";"));
  let rows = 0;
  await owner.query("BEGIN");
  try {
    await owner.query(
      "SELECT set_config('app.maintenance', 'on', true), set_config('world.seed', $1, true)",
      [String(shape.seed)],
    );
    await owner.query("SET LOCAL work_mem = '128MB'");
    await refuseAmongOthers(owner, beside);
    await plantPeople(owner, await hash(password, { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 }));
    await triggers("DISABLE");
    await owner.query(filled(TOOLS));
    for (const sql of [...GROUND, ...RETURNS, ...MATCHES]) {
      const { rowCount } = await owner.query(filled(sql));
      if (sql.startsWith("INSERT")) rows += rowCount ?? 0;
    }
    await triggers("ENABLE");
    await owner.query("SELECT app.rebuild_totals()");
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
  await owner.query("VACUUM (ANALYZE)");
  return { rows, operations, tallies: shape.returns * shape.lines };
}
