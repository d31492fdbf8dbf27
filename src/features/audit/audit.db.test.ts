import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { readAnchor, verifyChains } from "#server/anchor.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantOperation, type PlantedOperation } from "#testing/factories.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let superuser: pg.Client;
let operation: PlantedOperation;
let admin: Awaited<ReturnType<typeof stage.as>>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  superuser = new pg.Client({ connectionString: database.superUrl });
  await superuser.connect();
  operation = await plantOperation(stage.owner);
  admin = await stage.as("administrator");
});

afterAll(async () => {
  await superuser.end();
  await stage.close();
  await database.drop();
});

const refused = (reason: string) => ({ cause: { reason } });

/** As someone with every right on the server would do it: triggers off. */
async function tamper(sql: string) {
  await superuser.query("SET session_replication_role = replica");
  await superuser.query(sql);
  await superuser.query("SET session_replication_role = origin");
}

async function addOrganisation(countryCode: string | null, call = admin.call) {
  const id = newId();
  await call.organisations.add({ id, name: `Police ${id}`, acronym: null, kind: "police", countryCode });
  return id;
}

describe("the history of one thing", () => {
  it("is not read through a role that reads none, such as an observer's", async () => {
    const other = await plantOperation(stage.owner, { countries: ["PE", "DK"] });
    const liaison = await stage.as("liaison", { countries: ["KE"] });
    await stage.as("observer", { id: liaison.id, operations: [other.id] });
    const history = (id: string) => liaison.call.audit.history({ entity: "operation", id });
    await expect(liaison.call.operations.show({ slug: other.slug })).resolves.toBeTruthy();
    await expect(history(other.id)).rejects.toMatchObject(refused("not_found"));
    await expect(history(operation.id)).resolves.toEqual([]);
  });

  const addPoint = async () => {
    const id = operation.points.find(({ country }) => country === "KE")!.id;
    await superuser.query(
      "INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, fields) VALUES ('KE', $1, 'border_point.revised', 'border_point', $2, '{name}')",
      [admin.id, id],
    );
    return id;
  };

  it("is read by whoever reads the thing, also where it belongs to no operation, and tells no names", async () => {
    const id = await addPoint();
    const { call } = await stage.as("liaison", { countries: ["KE"] });
    const history = await call.audit.history({ entity: "border_point", id });
    expect(history).toMatchObject([{ action: "border_point.revised", fields: ["name"], mine: false }]);
    expect(JSON.stringify(history)).not.toContain(admin.id);
    const shared = await addOrganisation(null);
    expect(await call.audit.history({ entity: "organisation", id: shared })).toMatchObject([
      { action: "organisation.added" },
    ]);
  });

  it("is not found where the thing is not", async () => {
    const manager = (await stage.as("programme_manager", { countries: ["KE"] })).call;
    const elsewhere = (await stage.as("programme_manager", { countries: ["PE"] })).call;
    const leadership = (await stage.as("leadership")).call;
    const id = newId();
    const question = { id, operationId: operation.id, question: "How many?", scope: null, figureIds: [] };
    await manager.figures.openQuestion(question);
    expect(await manager.audit.history({ entity: "figure_set", id })).toMatchObject([{ mine: true }]);
    await expect(elsewhere.audit.history({ entity: "figure_set", id })).rejects.toMatchObject(
      refused("not_found"),
    );
    await expect(elsewhere.audit.history({ entity: "operation", id: operation.id })).rejects.toMatchObject(
      refused("not_found"),
    );
    await expect(leadership.audit.history({ entity: "match", id: newId() })).rejects.toMatchObject(
      refused("not_found"),
    );
    await expect(
      (await stage.as("observer")).call.audit.history({ entity: "operation", id: operation.id }),
    ).rejects.toMatchObject(refused("access.forbidden"));
  });
});

describe("the events", () => {
  it("are paged by chain and number, filtered, and hold names of fields and never values", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push(await addOrganisation("RW"));
    const filter = { chain: "RW", entity: "organisation" as const, verb: "added", actor: admin.id };
    const first = await admin.call.audit.events(filter);
    const second = await admin.call.audit.events({ ...filter, before: first.older! });
    expect([first.rows.length, second.rows.length, second.older]).toEqual([50, 10, null]);
    expect([...first.rows, ...second.rows].map(({ entityId }) => entityId).toReversed()).toEqual(ids);
    expect(first.rows[0]).toMatchObject({
      fields: ["acronym", "countryCode", "kind", "name"],
      actor: { id: admin.id },
      operation: null,
    });
    expect(JSON.stringify(first)).not.toContain("Police");
    expect((await admin.call.audit.events({ ...filter, to: "2020-01-01" })).rows).toEqual([]);
  });

  it("are for administrators alone", async () => {
    for (const role of ["programme_manager", "reviewer", "liaison", "leadership", "observer"] as const) {
      const { call } = await stage.as(role);
      await expect(call.audit.events({})).rejects.toMatchObject(refused("access.forbidden"));
      await expect(call.audit.verify()).rejects.toMatchObject(refused("access.forbidden"));
      await expect(call.audit.takeHeads()).rejects.toMatchObject(refused("access.forbidden"));
    }
  });

  it("give nothing to a stolen connection of the serving role, whoever is signed in", async () => {
    const { token } = await stage.as("programme_manager");
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    await client.query("BEGIN");
    await client.query("SELECT * FROM app.begin($1)", [token]);
    expect((await client.query("SELECT * FROM app.audit_state()")).rows).toEqual([]);
    expect((await client.query("SELECT * FROM app.audit_heads()")).rows).toEqual([]);
    await expect(client.query("SELECT * FROM app.audit_verify()")).rejects.toThrow(/permission denied/);
    await client.end();
  });
});

describe("verifying", () => {
  it("walks all chains, and is itself an event", async () => {
    const { chains } = await admin.call.audit.verify();
    expect(chains.find(({ chain }) => chain === "RW")).toEqual({
      chain: "RW",
      events: 60,
      firstBad: null,
      headAgrees: true,
    });
    const { lastWalk } = await admin.call.audit.state();
    expect(lastWalk).toMatchObject({ whole: true, broken: [] });
  });

  it("is done by one at a time", async () => {
    await superuser.query("SELECT pg_advisory_lock(727073002)");
    await expect(admin.call.audit.verify()).rejects.toMatchObject(refused("audit.walk_under_way"));
    await superuser.query("SELECT pg_advisory_unlock(727073002)");
  });

  it("finds what was tampered with, says so at every later look, and with the downloaded heads also a rewritten tail", async () => {
    const written = JSON.stringify(await admin.call.audit.takeHeads());
    expect(readAnchor(written, "the key")).toBeNull();
    const heads = readAnchor(written, "the key", { unsigned: true });
    expect(await verifyChains(superuser, heads)).toMatchObject({ faults: [] });

    await tamper("DELETE FROM audit_event WHERE chain = 'RW' AND seq > 58");
    await tamper(
      "UPDATE audit_head h SET seq = e.seq, hash = e.hash FROM audit_event e WHERE e.chain = h.chain AND h.chain = 'RW' AND e.seq = 58",
    );
    expect((await admin.call.audit.verify()).chains.every(({ firstBad }) => firstBad === null)).toBe(true);
    expect((await verifyChains(superuser, heads)).faults).toEqual([
      expect.stringContaining("Chain RW no longer holds event 60"),
    ]);

    await tamper("UPDATE audit_event SET entity = 'match' WHERE chain = 'RW' AND seq = 7");
    const { chains } = await admin.call.audit.verify();
    expect(chains.find(({ chain }) => chain === "RW")).toMatchObject({ firstBad: 7 });
    expect((await admin.call.audit.state()).lastWalk).toMatchObject({ whole: false, broken: ["RW"] });
    const { rows } = await superuser.query(
      "SELECT action FROM audit_event WHERE entity = 'audit' ORDER BY seq",
    );
    expect(rows.map(({ action }: { action: string }) => action)).toEqual([
      "audit.verified",
      "audit.heads_taken",
      "audit.verified",
      "audit.found_broken",
    ]);
  });
});
