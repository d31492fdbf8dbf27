import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { addDays, operationalDayOf } from "#lib/period.ts";
import { cast } from "./actors.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { plant, plantOperation, type PlantedOperation } from "./factories.ts";

// Someone who got hold of the serving role's connection and of one person's session: what PostgreSQL alone still refuses.
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
let runtime: pg.Client;
let liaison: Awaited<ReturnType<typeof stage.as>>;
let both: Awaited<ReturnType<typeof stage.as>>;
let admin: Awaited<ReturnType<typeof stage.as>>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  planted = await plantOperation(stage.owner, { countries: ["KE", "RW"] });
  liaison = await stage.as("liaison", { countries: ["KE"] });
  both = await stage.as("liaison", { countries: ["KE"] });
  await stage.as("reviewer", { countries: ["KE"], id: both.id });
  admin = await stage.as("administrator");
  runtime = new pg.Client({ connectionString: database.appUrl });
  await runtime.connect();
});
afterAll(async () => {
  await runtime?.end();
  await stage?.close();
  await database?.drop();
});

/** One statement under a session; what PostgreSQL answers, or how many rows it touched. Nothing stays. */
async function tried(who: { token: string }, sql: string, values: unknown[] = []): Promise<string | number> {
  await runtime.query("BEGIN");
  try {
    await runtime.query("SELECT id FROM app.begin($1)", [who.token]);
    return (await runtime.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await runtime.query("ROLLBACK");
  }
}

const ARREST = `INSERT INTO arrest (id, operation_id, country_code, local_date, offence, state, count, recorded_by_id, recorded_at, review, validated_by_id, validated_at)
  VALUES ($1, $2, 'KE', '2026-11-20', 'other', 'arrested', 1, $3, now(), $4::review, $5, CASE WHEN $5::uuid IS NULL THEN NULL ELSE now() END)`;

it("lets a result begin only as submitted and in the sender's own name", async () => {
  const of = (author: string, review: string, validator: string | null) => [
    newId(),
    planted.id,
    author,
    review,
    validator,
  ];
  expect(await tried(liaison, ARREST, of(liaison.id, "submitted", null))).toBe(1);
  expect(await tried(liaison, ARREST, of(liaison.id, "validated", both.id))).toBe("row.begins_submitted");
  expect(await tried(liaison, ARREST, of(both.id, "submitted", null))).toBe("row.begins_submitted");
});

it("lets nobody give an entry to another or validate in another's name", async () => {
  const id = newId();
  await both.call.outcomes.recordArrest({
    id,
    operationId: planted.id,
    countryCode: "KE",
    localDate: "2026-11-20",
    count: 1,
    offence: "other",
  });
  const seal =
    "UPDATE arrest SET review = 'validated', validated_at = now(), validated_by_id = $2 WHERE id = $1";
  expect(await tried(both, seal, [id, liaison.id])).toBe("row.not_in_your_name");
  expect(await tried(both, seal, [id, both.id])).toMatch(/four_eyes/);
  const given = "UPDATE arrest SET recorded_by_id = $2 WHERE id = $1";
  expect(await tried(both, given, [id, liaison.id])).toBe("row.not_in_your_name");
});

it("lets nobody take a return or its lines out of the totals without another in its place", async () => {
  const point = planted.points.find(({ country }) => country === "KE")!;
  const line = {
    database: "sltd",
    unit: "documents",
    direction: null,
    count: 5,
    basis: "desk_count",
  } as const;
  const content = { kind: "checks" as const, matchesStated: 0, lines: [{ id: newId(), ...line }] };
  const localDate = addDays(operationalDayOf(new Date(), { zone: point.timeZone, startsAt: "00:00" }), -1);
  const first = { id: newId(), deploymentId: point.deploymentId, localDate, content };
  await liaison.call.returns.file(first);
  for (const table of ["daily_return", "return_line"])
    expect(
      await tried(liaison, `UPDATE ${table} SET superseded_at = now(); SET CONSTRAINTS ALL IMMEDIATE`),
    ).toBe("return.superseded_by_nothing");
  const corrected = { ...content, lines: [{ id: newId(), ...line }] };
  const second = { id: newId(), supersedesId: first.id, reason: "counted again", content: corrected };
  await expect(liaison.call.returns.supersede(second)).resolves.toMatchObject({ id: second.id });
});

it("lets nobody ask in another country's name, nor read what others ask from an assignment to another operation", async () => {
  const ask = `INSERT INTO confirmation_request (id, reference, asking_country, asked_country, exercise, database, asked_at)
    VALUES ($1, 'XX-0001', $2, 'DK', false, 'sltd', now())`;
  expect(await tried(liaison, ask, [newId(), "KE"])).toBe(1);
  expect(await tried(liaison, ask, [newId(), "RW"])).toMatch(/row-level security/);
  expect(await tried(liaison, "UPDATE confirmation_request SET asked_country = 'PE'")).toMatch(
    /permission denied/,
  );
  await plant(stage.owner, async (owner) => void (await owner.query(ask, [newId(), "RW"])));
  const elsewhere = await stage.as("liaison", { operations: [newId()] });
  expect(await tried(elsewhere, "SELECT id FROM confirmation_request")).toBe(0);
});

it("lets nobody write the chain of sign-in or one of their own making", async () => {
  const event =
    "INSERT INTO audit_event (chain, actor_id, action, entity) VALUES ($2, $1, 'thing.done', 'thing')";
  expect(await tried(liaison, event, [liaison.id, "KE"])).toBe(1);
  for (const chain of ["sign-in", "invented"])
    expect(await tried(liaison, event, [liaison.id, chain])).toMatch(/row-level security/);
});

it("keeps ended what was ended: sessions, invitations, assignments", async () => {
  expect(await tried(liaison, "UPDATE session SET revoked_at = NULL")).toMatch(/row-level security/);
  const link = `INSERT INTO invitation (id, purpose, email, name, locale, token_hash, assignments, created_by_id, created_at, expires_at)
    VALUES ($1, $3::link_purpose, 'someone@test.example', 'x', 'en', sha256('x'), '[]', $2, now(), now() + interval '1 hour')`;
  expect(await tried(admin, link, [newId(), admin.id, "invitation"])).toBe(1);
  expect(await tried(admin, link, [newId(), admin.id, "password"])).toMatch(/row-level security/);
  await stage.owner.query(
    "UPDATE assignment SET revoked_at = now(), revoked_by_id = $2 WHERE person_id = $1 AND role = 'reviewer'",
    [both.id, admin.id],
  );
  const back = "UPDATE assignment SET revoked_at = NULL, revoked_by_id = NULL WHERE person_id = $1";
  expect(await tried(admin, back, [both.id])).toMatch(/revoked is revoked/);
});
