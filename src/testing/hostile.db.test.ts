import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Role } from "#generated/prisma/enums.ts";
import { createCallerFactory, permitted, router, run, type Ctx } from "#server/procedure.ts";
import { appRouter } from "#trpc/root.ts";
import { cast } from "./actors.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { HOSTILE, spoil, strayed, stretched } from "./hostile-values.ts";
import { plantFixture, type Fixture } from "./matrix-fixture.ts";
import { LETTERS } from "./matrix-entry.ts";
import { MATRIX } from "./matrix-table.ts";
import { proceduresOf } from "./permission-faults.ts";
import { chance } from "./world-shape.ts";

const EACH = Number(process.env.MUSTER_HOSTILE ?? 80);
const SEED = Number(process.env.MUSTER_SEED ?? 20261122);
const REFUSALS = ["BAD_REQUEST", "NOT_FOUND", "CONFLICT", "FORBIDDEN", "UNAUTHORIZED", "TOO_MANY_REQUESTS"];

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let fixture: Fixture;
type Procedure = (input: unknown) => Promise<unknown>;
const callers = new Map<Role, Record<string, Record<string, Procedure>>>();

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  fixture = await plantFixture(stage.owner);
  for (const role of Object.keys(Role) as Role[])
    callers.set(role, (await stage.as(role)).call as unknown as Record<string, Record<string, Procedure>>);
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

async function answerTo(path: string, input: unknown): Promise<string> {
  const entry = MATRIX[path];
  const role =
    (Object.keys(Role) as Role[]).find((one) => entry?.may.includes(LETTERS[one])) ?? "administrator";
  const [feature, name] = path.split(".") as [string, string];
  return answerOf(callers.get(role)![feature]![name]!, input);
}

/** What the procedure made of it: "ok", the code of a refusal, or what broke. */
async function answerOf(procedure: Procedure, input: unknown): Promise<string> {
  try {
    await procedure(input);
    return "ok";
  } catch (error) {
    if (!(error instanceof TRPCError)) return `thrown outside the wire: ${String(error)}`;
    if (REFUSALS.includes(error.code)) return error.code;
    return `${error.code}: ${String(error.cause ?? error.message).slice(0, 400)}`;
  }
}

const said = (answer: string) => answer === "ok" || REFUSALS.includes(answer);
const shown = (input: unknown) =>
  JSON.stringify(input, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value))?.slice(
    0,
    400,
  );

describe.each(proceduresOf(appRouter))("%s", (path, procedure) => {
  const valid = () => MATRIX[path]?.input?.(fixture, "all");

  it(`refuses each of ${EACH} spoiled inputs in words, never by breaking`, async () => {
    const of = chance(SEED + Buffer.from(path).readUIntBE(0, 6));
    for (let index = 0; index < EACH; index += 1) {
      const input = spoil(valid() ?? {}, of);
      const answer = await answerTo(path, input);
      expect(said(answer), `${path} answered ${answer} to ${shown(input)} (seed ${SEED})`).toBe(true);
    }
  });

  it("refuses every number that the database cannot hold", async () => {
    for (const input of stretched(valid())) {
      const answer = await answerTo(path, input);
      expect(said(answer), `${path} answered ${answer} to ${shown(input)}`).toBe(true);
    }
  });

  it("refuses every day that the database cannot hold", async () => {
    for (const input of strayed(valid(), procedure._def.inputs)) {
      const answer = await answerTo(path, input);
      expect(said(answer), `${path} answered ${answer} to ${shown(input)}`).toBe(true);
    }
  });

  it("refuses every hostile thing in place of its input", async () => {
    for (const make of HOSTILE) {
      const input = make();
      const answer = await answerTo(path, input);
      expect(said(answer), `${path} answered ${answer} to ${shown(input)}`).toBe(true);
    }
  });
});

it("has not let anything pollute what all objects share", () => {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it("convicts its broken twins: procedures that believe a text, a number or a day that nobody looked at", async () => {
  const believing = (use: (ctx: Ctx, given: never) => Promise<unknown>) =>
    permitted("self:read")
      .input(z.unknown())
      .query(run((ctx: Ctx, given: unknown) => use(ctx, given as never)));
  const twins = router({
    text: believing(({ db }, email) => db.person.findFirst({ where: { email }, select: { id: true } })),
    version: believing(({ db }, version) =>
      db.person.findFirst({ where: { version }, select: { id: true } }),
    ),
    day: believing(({ db }, day) => db.$queryRaw`SELECT ${day}::text::date`),
  });
  const { token } = await stage.as("liaison");
  const { client } = stage;
  const call = createCallerFactory(twins)({ client, token, address: null, userAgent: null });
  for (const [name, twin] of Object.entries(call as unknown as Record<string, Procedure>)) {
    const answers: string[] = [];
    for (const make of HOSTILE) answers.push(await answerOf(twin, make()));
    expect(answers.filter((answer) => !said(answer)).length, name).toBeGreaterThan(0);
  }
  const far: string[] = [];
  for (const version of stretched({ version: 1 }).map((given) => (given as { version: number }).version))
    far.push(await answerOf((call as unknown as Record<string, Procedure>).version!, version));
  expect(far.filter((answer) => !said(answer)).length).toBeGreaterThan(0);
});

it("convicts its broken twin: a procedure that hands an operator object to the database", async () => {
  const twin = (where: unknown) =>
    stage.client.person.findFirst({ where: where as object, select: { id: true } });
  await expect(twin({ email: { startsWith: 1 } })).rejects.toThrow(/startsWith/);
});
