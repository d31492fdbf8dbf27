import { afterAll, beforeAll, expect, it } from "vitest";
import { recordMatch } from "#features/matches/mutations/record-match.ts";
import type { RecordMatch } from "#features/matches/schema.ts";
import { DomainError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { audit } from "#server/audit.ts";
import { transact, type Call, type Ctx } from "#server/transaction.ts";
import { cast } from "./actors.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { plantOperation, type PlantedPoint } from "./factories.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let post: PlantedPoint;
let call: Call;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  const operation = await plantOperation(stage.owner);
  post = operation.points.find(({ country }) => country === "KE")!;
  const { token } = await stage.as("liaison", { countries: ["KE"] });
  call = { client: stage.client, token, permission: "match:record", type: "mutation" };
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const count = async (table: string, where = "true"): Promise<number> => {
  const superuser = `SELECT set_config('app.maintenance', 'on', false)`;
  const client = await stage.owner.connect();
  try {
    await client.query(superuser);
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`);
    return rows[0].n as number;
  } finally {
    client.release();
  }
};

const match = (id: string): RecordMatch => ({
  id,
  deploymentId: post.deploymentId,
  detectedAt: new Date(Date.now() - 6e4),
  database: "sltd",
  documentType: "passport",
  issuer: "DNK",
  recordStatus: "lost",
  noticeColour: null,
  requestingAuthority: null,
  channel: "fixed",
  finding: null,
  interimMeasure: null,
  routeOrigin: null,
  routeTransit: null,
  routeDestination: null,
  sameTravellerAs: null,
  note: null,
});

it("convicts a write without an audit event: it is refused and leaves nothing", async () => {
  const id = newId();
  const silent = async (ctx: Ctx) => {
    const muted: Ctx = { ...ctx, auditQueue: { entries: [], unchanged: false } };
    return recordMatch(muted, match(id));
  };
  await expect(transact(call, silent)).rejects.toThrow("left no audit event");
  expect(await count("match", `id = '${id}'`)).toBe(0);
});

it("convicts a query that writes", async () => {
  const id = newId();
  const writing = transact({ ...call, type: "query" }, (ctx) => recordMatch(ctx, match(id)));
  await expect(writing).rejects.toThrow("wrote");
  expect(await count("match", `id = '${id}'`)).toBe(0);
});

it("commits a change and its event together or not at all", async () => {
  const events = await count("audit_event");
  const id = newId();
  const failing = transact(call, async (ctx) => {
    await recordMatch(ctx, match(id));
    throw new DomainError("conflict", "match.step_not_possible");
  });
  await expect(failing).rejects.toThrow("match.step_not_possible");
  expect([await count("match", `id = '${id}'`), await count("audit_event")]).toEqual([0, events]);
  await transact(call, (ctx) => recordMatch(ctx, match(id)));
  expect([await count("match", `id = '${id}'`), await count("audit_event")]).toEqual([1, events + 1]);
});

it("cannot write an event in another's name or into the past", async () => {
  const forged = transact(call, async (ctx) => {
    await ctx.db
      .$executeRaw`INSERT INTO audit_event (chain, actor_id, action, entity) VALUES ('KE', ${newId()}::uuid, 'match.recorded', 'match')`;
    audit(ctx, "match.recorded", { entity: "match", id: newId(), country: "KE" });
  });
  await expect(forged).rejects.toThrow(/row-level security/);
  const dated = transact(call, async (ctx) => {
    await ctx.db
      .$executeRaw`INSERT INTO audit_event (chain, actor_id, at, action, entity) VALUES ('KE', ${ctx.actor.id}::uuid, '2020-01-01', 'match.recorded', 'match')`;
  });
  await expect(dated).rejects.toThrow(/permission denied/);
});

/** Sends the same thing twice, one after the other and both at once; answers how many rows came of it. */
async function sentTwice(send: (ctx: Ctx, input: RecordMatch) => Promise<unknown>): Promise<number> {
  const before = await count("match");
  const input = match(newId());
  await transact(call, (ctx) => send(ctx, input));
  await transact(call, (ctx) => send(ctx, input));
  const second = match(newId());
  await Promise.allSettled([0, 1].map(() => transact(call, (ctx) => send(ctx, second))));
  return (await count("match")) - before;
}

it("counts what is sent twice once, and convicts a twin that makes its own ids", async () => {
  expect(await sentTwice(recordMatch)).toBe(2);
  const twin = (ctx: Ctx, input: RecordMatch) => recordMatch(ctx, { ...input, id: newId() });
  expect(await sentTwice(twin)).toBe(4);
});

it("knows nobody without a live session: no token, a made-up one, one that is no token at all", async () => {
  for (const token of [null, "f".repeat(64), "'; DROP TABLE match; --", ""])
    await expect(transact({ ...call, token }, async () => 1)).rejects.toThrow("signed_out");
});
