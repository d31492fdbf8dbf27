import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Role } from "#generated/prisma/enums.ts";
import { appRouter } from "#trpc/root.ts";
import { cast } from "./actors.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { plant } from "./factories.ts";
import { plantFixture, type Fixture } from "./matrix-fixture.ts";
import { REACHES, type Reach } from "./matrix-entry.ts";
import { MATRIX } from "./matrix-table.ts";
import { proceduresOf } from "./permission-faults.ts";
import { plantWorld } from "./world.ts";
import { chance, COUNTRIES, type Chance } from "./world-shape.ts";

const RESPONSES = Number(process.env.MUSTER_CANARY ?? 800);
const SEED = Number(process.env.MUSTER_SEED ?? 20261122);
const canaryOf = (country: string) => `canary-of-${country}-only`;

type Procedure = (input: unknown) => Promise<unknown>;
type Person = { country: string | null; role: Role; call: Record<string, Record<string, Procedure>> };

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let fixture: Fixture;
const people: Person[] = [];
/** Every id of a row that belongs to a country, by its table, and the table of each. */
const idsOf = new Map<string, string[]>();
const tableOf = new Map<string, string>();

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  fixture = await plantFixture(stage.owner);
  await plantWorld(stage.owner, chance(SEED));
  await plantCanaries();
  const roles = Object.keys(Role) as Role[];
  for (const role of roles) {
    const everywhere = await stage.as(role);
    people.push({ country: null, role, call: everywhere.call as unknown as Person["call"] });
    for (const country of COUNTRIES) {
      const one = await stage.as(role, { countries: [country] });
      people.push({ country, role, call: one.call as unknown as Person["call"] });
    }
  }
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

/** Free text of results, which is its country's own; names of places and of operations are shared by those who take part. */
const COLUMNS = `
  SELECT c.table_name AS t, c.column_name AS c FROM information_schema.columns c
  JOIN information_schema.columns k ON k.table_name = c.table_name AND k.table_schema = 'public' AND k.column_name = 'country_code'
  JOIN information_schema.columns i ON i.table_name = c.table_name AND i.table_schema = 'public' AND i.column_name = 'id'
  WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.column_name IN ('note', 'reason', 'text', 'on_behalf')
    AND c.table_name NOT IN ('training_session', 'border_point')`;

async function plantCanaries(): Promise<void> {
  await plant(stage.owner, async (client) => {
    const { rows } = await client.query<{ t: string; c: string }>(COLUMNS);
    const tables = [...new Set(rows.map(({ t }) => t))];
    for (const table of tables) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    for (const { t, c } of rows)
      await client.query(
        `UPDATE "${t}" SET "${c}" = 'canary-of-' || country_code || '-only' WHERE '${t}.${c}' <> 'access_status.reason' OR "${c}" IS NOT NULL`,
      );
    for (const table of tables) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    for (const table of [...tables, "operation", "deployment", "border_point", "confirmation_request"]) {
      const found = await client.query<{ id: string }>(`SELECT id FROM "${table}"`);
      idsOf.set(
        table,
        found.rows.map(({ id }) => id),
      );
      for (const { id } of found.rows) tableOf.set(id, table);
    }
  });
}

/** The same input with other rows of the same kind in it, most of them of other countries. */
function elsewhere(input: unknown, of: Chance): unknown {
  if (typeof input === "string") {
    const table = tableOf.get(input);
    return table !== undefined && of.maybe(0.8) ? of.pick(idsOf.get(table) ?? [input]) : input;
  }
  if (input instanceof Date || input === null || typeof input !== "object") return input;
  if (Array.isArray(input)) return input.map((one) => elsewhere(one, of));
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, elsewhere(value, of)]));
}

/** A file travels as base64: what is written in it is read as well. */
const opened = (answer: unknown) =>
  answer !== null && typeof answer === "object" && "base64" in answer
    ? { ...answer, base64: Buffer.from(String(answer.base64), "base64").toString("utf8") }
    : answer;

/** Whatever reaches the caller: the answer, or all that the refusal says. */
async function answerOf(person: Person, path: string, input: unknown): Promise<string> {
  const [feature = "", name = ""] = path.split(".");
  try {
    return JSON.stringify(opened((await person.call[feature]?.[name]?.(input)) ?? null));
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const { message, code, cause } = error;
    return JSON.stringify([message, code, cause?.message, cause]);
  }
}

const procedures = proceduresOf(appRouter);
const reaches = Object.keys(REACHES) as Reach[];

it(`no response of ${RESPONSES} carries a word of a country that its reader may not read`, async () => {
  const of = chance(SEED);
  const leaks: string[] = [];
  const own = new Set<string>();
  for (let count = 0; count < RESPONSES; count += 1) {
    const person = of.pick(people);
    const [path, procedure] = procedures[count % procedures.length] ?? ["", null];
    // Changes are asked for too: what they answer to others is a response as well.
    if (procedure?._def.type === "subscription") continue;
    const input = elsewhere(MATRIX[path]?.input?.(fixture, of.pick(reaches)), of);
    const answer = await answerOf(person, path, input);
    for (const country of COUNTRIES) {
      if (!answer.includes(canaryOf(country))) continue;
      if (person.country === null || person.country === country) own.add(country);
      else
        leaks.push(
          `${path} told ${person.role} of ${person.country} about ${country}: ${JSON.stringify(input)}`,
        );
    }
  }
  expect(leaks).toEqual([]);
  // Otherwise nothing was looked at.
  expect(own.size).toBeGreaterThanOrEqual(2);
});

it("reads what is written in a file: its own country's words are found there, and by nobody else", async () => {
  for (const person of people.filter(({ role }) => role === "reviewer")) {
    const answer = await answerOf(
      person,
      "outcomes.export",
      MATRIX["outcomes.export"]?.input?.(fixture, "all"),
    );
    const mayRead = person.country === null || person.country === "KE";
    expect(answer.includes(canaryOf("KE")), `of ${person.country}`).toBe(mayRead);
  }
});
