import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readAnchor, takeAnchor, verifyChains, type Anchor } from "#server/anchor.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

const KEY = "kept outside the database";
let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  superuser = new pg.Client({ connectionString: database.superUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

const insert = (chain: string, entity: string) =>
  superuser.query("INSERT INTO audit_event (chain, action, entity) VALUES ($1, 'match.recorded', $2)", [
    chain,
    entity,
  ]);

/** As someone with every right on the server would do it: triggers off. */
async function tamper(...statements: string[]) {
  await superuser.query("SET session_replication_role = replica");
  for (const sql of statements) await superuser.query(sql);
  await superuser.query("SET session_replication_role = origin");
}

let anchor: Anchor;
beforeEach(async () => {
  await tamper("DELETE FROM audit_event", "DELETE FROM audit_head");
  for (let n = 0; n < 6; n += 1) for (const chain of ["KE", "RW"]) await insert(chain, `match ${n}`);
  anchor = await takeAnchor(superuser, KEY, new Date());
});

const faults = async (with_: Anchor | null) => (await verifyChains(superuser, with_)).faults;

it("finds nothing wrong with whole chains, with and without an anchor, also when they have grown", async () => {
  expect(await faults(null)).toEqual([]);
  await insert("KE", "later");
  expect(await verifyChains(superuser, anchor)).toEqual({ events: 13, faults: [] });
});

it.each([
  [
    "an edited event",
    "UPDATE audit_event SET entity = 'other' WHERE chain = 'KE' AND seq = 3",
    "Chain KE is broken at event 3.",
  ],
  [
    "a removed field",
    "UPDATE audit_event SET entity = '' WHERE chain = 'KE' AND seq = 2",
    "Chain KE is broken at event 2.",
  ],
  [
    "a deleted event",
    "DELETE FROM audit_event WHERE chain = 'KE' AND seq = 3",
    "Chain KE is broken at event 4.",
  ],
  [
    "an inserted event",
    "INSERT INTO audit_event (chain, seq, at, action, entity, fields, prev_hash, hash) SELECT chain, 7, now(), action, 'slipped in', fields, hash, sha256(hash) FROM audit_event WHERE chain = 'KE' AND seq = 6",
    "Chain KE is broken at event 7.",
  ],
  [
    "two events in the other order",
    "UPDATE audit_event SET seq = CASE seq WHEN 3 THEN 1004 ELSE 1003 END WHERE chain = 'KE' AND seq IN (3, 4); UPDATE audit_event SET seq = seq - 1000 WHERE seq > 1000",
    "Chain KE is broken at event 3.",
  ],
  [
    "a cut tail",
    "DELETE FROM audit_event WHERE chain = 'KE' AND seq > 4",
    "Chain KE does not end where its head says.",
  ],
])("finds %s without an anchor", async (_, sql, fault) => {
  await tamper(sql);
  expect(await faults(null)).toContain(fault);
});

it("finds a cut tail whose head was rewritten only with the anchor", async () => {
  await tamper(
    "DELETE FROM audit_event WHERE chain = 'KE' AND seq > 4",
    "UPDATE audit_head h SET seq = e.seq, hash = e.hash FROM audit_event e WHERE e.chain = h.chain AND h.chain = 'KE' AND e.seq = 4",
  );
  expect(await faults(null)).toEqual([]);
  expect(await faults(anchor)).toEqual([expect.stringContaining("Chain KE no longer holds event 6")]);
});

it("takes no anchor that was not signed with the key", () => {
  const written = JSON.stringify(anchor);
  expect(readAnchor(written, KEY)).toEqual(anchor);
  expect(readAnchor(written, "another key")).toBeNull();
  expect(readAnchor(written.replace('"6"', '"5"'), KEY)).toBeNull();
});

it("lets nobody change what stands: not the runtime role, not even the owner", async () => {
  for (const connectionString of [database.appUrl, database.ownerUrl]) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    await expect(client.query("UPDATE audit_event SET entity = 'x'")).rejects.toThrow(
      /permission denied|append_only/,
    );
    await expect(client.query("DELETE FROM audit_event")).rejects.toThrow(/permission denied|append_only/);
    await expect(client.query("TRUNCATE audit_event")).rejects.toThrow(/permission denied|append_only/);
    await client.end();
  }
});
