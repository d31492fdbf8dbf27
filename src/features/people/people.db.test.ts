import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTRY_CODES } from "#lib/country.ts";
import { newId } from "#lib/ids.ts";
import { closeSession, hashToken, openSession } from "#server/session-credentials.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { openMailbox } from "#testing/mailbox.ts";

const PASSWORD = "seven lanterns over a quiet harbour";
const LIAISON_KE = { role: "liaison" as const, countries: ["KE"], operations: "all" as const };
const EVERYWHERE = { role: "leadership" as const, countries: "all" as const, operations: "all" as const };

let database: TestDatabase;
let people: ReturnType<typeof cast>;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let admin: Awaited<ReturnType<typeof people.as>>;
let second: Awaited<ReturnType<typeof people.as>>;
let runtime: pg.Client;
const from = (address: string) => ({ client: people.client, address, userAgent: "test" });

beforeAll(async () => {
  database = await freshDatabase();
  people = cast(database);
  mailbox = await openMailbox();
  process.env.SMTP_URL = mailbox.url;
  admin = await people.as("administrator");
  second = await people.as("administrator");
  runtime = new pg.Client({ connectionString: database.appUrl });
  await runtime.connect();
});

afterAll(async () => {
  delete process.env.SMTP_URL;
  await runtime.end();
  await people.close();
  await mailbox.close();
  await database.drop();
});

const invite = async (email: string, assignments: object[] = [LIAISON_KE]) => {
  const id = newId();
  await admin.call.people.invite({ id, email, name: "Invited Officer", locale: "en", assignments } as never);
  return { id, token: await mailbox.tokenFor(email) };
};
const redeem = (token: string, email: string, password = PASSWORD) =>
  people.nobody.people.redeemLink({ token, email, name: "Invited Officer", locale: "fr", password });
/** What PostgreSQL itself says to a token. */
const personBehind = async (token: string) => {
  await runtime.query("BEGIN");
  const { rows } = await runtime.query<{ id: string }>("SELECT id FROM app.begin($1)", [token]);
  const own = await runtime.query("SELECT id FROM person");
  await runtime.query("ROLLBACK");
  return rows.length === 0 && own.rows.length === 0 ? null : rows[0]!.id;
};

describe("an invitation", () => {
  it("becomes an account for its e-mail, with its assignments, and works once", async () => {
    const { token } = await invite("amina@agency.example");
    await expect(people.nobody.people.link({ token })).resolves.toMatchObject({ purpose: "invitation" });
    await expect(redeem(token, "other@agency.example")).rejects.toThrow("link.not_usable");
    await expect(redeem(token, "Amina@Agency.example")).resolves.toEqual({ redeemed: true });
    await expect(redeem(token, "amina@agency.example")).rejects.toThrow("link.not_usable");
    await expect(people.nobody.people.link({ token })).resolves.toBeNull();
    const session = await openSession(from("192.0.2.1"), "amina@agency.example", PASSWORD);
    const me = await people.caller(session).people.me();
    expect(me).toMatchObject({ email: "amina@agency.example", locale: "fr" });
    expect(me.grants).toEqual([{ role: "liaison", countries: ["KE"], operations: "all" }]);
  });

  it("is worth nothing after 72 hours or once taken back", async () => {
    const late = await invite("late@agency.example");
    await people.owner.query(
      "UPDATE invitation SET created_at = created_at - interval '73 hours', expires_at = expires_at - interval '73 hours' WHERE id = $1",
      [late.id],
    );
    await expect(redeem(late.token, "late@agency.example")).rejects.toThrow("link.not_usable");
    const withdrawn = await invite("withdrawn@agency.example");
    await admin.call.people.withdrawInvitation({ id: withdrawn.id });
    await expect(redeem(withdrawn.token, "withdrawn@agency.example")).rejects.toThrow("link.not_usable");
  });

  it("asks for a password that is long and not made of the own name", async () => {
    const { token } = await invite("weak@agency.example");
    await expect(redeem(token, "weak@agency.example", "Password123456789")).rejects.toThrow(
      "password.too_common",
    );
    await expect(redeem(token, "weak@agency.example", "invited.officer.weak")).rejects.toThrow(
      "password.contains_context",
    );
    await expect(redeem(token, "weak@agency.example", "too short")).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  it("is worth nothing once whoever sent it is no administrator any more", async () => {
    const gone = await people.as("administrator");
    const email = "puppet@agency.example";
    const invited = { id: newId(), email, name: "Puppet", locale: "en" as const, assignments: [LIAISON_KE] };
    await gone.call.people.invite(invited);
    const token = await mailbox.tokenFor(email);
    await admin.call.people.disable({ id: gone.id });
    await expect(redeem(token, email)).rejects.toThrow("link.not_usable");
  });

  it("is only an administrator's to send", async () => {
    const liaison = await people.as("liaison", { countries: ["KE"] });
    const asked = {
      id: newId(),
      email: "x@agency.example",
      name: "X",
      locale: "en" as const,
      assignments: [LIAISON_KE],
    };
    await expect(liaison.call.people.invite(asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(liaison.call.people.list({ text: "", page: 1, size: 25 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(people.nobody.people.invite(asked)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("a session", () => {
  it("that was signed out is worth nothing at the next request, in the application and in PostgreSQL", async () => {
    const liaison = await people.as("liaison", { countries: ["RW"] });
    await expect(liaison.call.people.me()).resolves.toMatchObject({ id: liaison.id });
    expect(await personBehind(liaison.token)).toBe(liaison.id);
    await closeSession(people.client, liaison.token);
    await expect(liaison.call.people.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await personBehind(liaison.token)).toBeNull();
  });

  it("is listed to its person alone, who ends the others", async () => {
    const { token } = await invite("bruno@agency.example");
    await redeem(token, "bruno@agency.example");
    const [here, there] = await Promise.all([
      openSession(from("192.0.2.2"), "bruno@agency.example", PASSWORD),
      openSession(from("192.0.2.3"), "bruno@agency.example", PASSWORD),
    ]);
    const bruno = people.caller(here);
    const listed = await bruno.people.sessions();
    expect(listed.map((one) => one.here).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
    const foreign = listed[0]!.id;
    await expect(admin.call.people.endSession({ id: foreign })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(bruno.people.endOtherSessions()).resolves.toEqual({ ended: 1 });
    expect(await personBehind(there!)).toBeNull();
    expect(await personBehind(here!)).not.toBeNull();
  });

  it("cannot be read or forged with the rights of the runtime role", async () => {
    for (const sql of [
      "SELECT token_hash FROM session",
      "SELECT password_hash FROM person",
      "SELECT token_hash FROM invitation",
      "SELECT * FROM sign_in_counter",
      "INSERT INTO session (id, person_id, token_hash, expires_at) VALUES (gen_random_uuid(), gen_random_uuid(), '\\x00', now())",
      "SELECT auth_own.store_password(gen_random_uuid(), 'x')",
      "SELECT app.open_session_for(gen_random_uuid(), interval '1 hour')",
    ])
      await expect(runtime.query(sql)).rejects.toThrow(/permission denied/);
  });
});

describe("an account", () => {
  it("that is disabled loses its sessions at once and signs in no more", async () => {
    const { token } = await invite("dora@agency.example");
    await redeem(token, "dora@agency.example");
    const session = await openSession(from("192.0.2.4"), "dora@agency.example", PASSWORD);
    const { id } = await people.caller(session).people.me();
    await admin.call.people.disable({ id });
    await expect(people.caller(session).people.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await personBehind(session!)).toBeNull();
    expect(await openSession(from("192.0.2.4"), "dora@agency.example", PASSWORD)).toBeNull();
    await admin.call.people.enable({ id });
    await expect(people.caller(session).people.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await openSession(from("192.0.2.4"), "dora@agency.example", PASSWORD)).not.toBeNull();
  });

  it("is found by what was typed, sign for sign", async () => {
    const found = async (text: string) => (await admin.call.people.list({ text })).total;
    expect([await found("%"), await found("_"), await found(admin.id.slice(-8))]).toEqual([0, 0, 1]);
  });

  it("is not shut by its own person", async () => {
    await expect(admin.call.people.disable({ id: admin.id })).rejects.toThrow("person.own_account");
  });

  it("gets a new password by a link to its e-mail, which ends every session; the answer is the same for strangers", async () => {
    const { token } = await invite("elif@agency.example");
    await redeem(token, "elif@agency.example");
    const session = await openSession(from("192.0.2.5"), "elif@agency.example", PASSWORD);
    const asked = await people.nobody.people.requestPasswordLink({ email: "elif@agency.example" });
    expect(await people.nobody.people.requestPasswordLink({ email: "stranger@agency.example" })).toEqual(
      asked,
    );
    const { rows } = await people.owner.query(
      "SELECT FROM invitation WHERE email = 'stranger@agency.example'",
    );
    expect(rows).toEqual([]);
    const older = await newestToken("elif@agency.example", token);
    await people.nobody.people.requestPasswordLink({ email: "elif@agency.example" });
    const link = await newestToken("elif@agency.example", older);
    await redeem(link, "elif@agency.example", "other lanterns over a harbour");
    expect(await personBehind(session!)).toBeNull();
    await expect(redeem(older, "elif@agency.example")).rejects.toThrow("link.not_usable");
    expect(await openSession(from("192.0.2.5"), "elif@agency.example", PASSWORD)).toBeNull();
    expect(
      await openSession(from("192.0.2.5"), "elif@agency.example", "other lanterns over a harbour"),
    ).not.toBeNull();
  });

  it("changes its password only with the current one; other sessions end, this one stays", async () => {
    const { token } = await invite("femi@agency.example");
    await redeem(token, "femi@agency.example");
    const here = await openSession(from("192.0.2.6"), "femi@agency.example", PASSWORD);
    const there = await openSession(from("192.0.2.6"), "femi@agency.example", PASSWORD);
    const femi = people.caller(here);
    const change = (current: string) =>
      femi.people.changePassword({ current, password: "new lanterns over the bay" });
    await expect(change("not the password at all")).rejects.toThrow("password.current_wrong");
    await expect(change(PASSWORD)).resolves.toEqual({ changed: true });
    expect(await personBehind(here!)).not.toBeNull();
    expect(await personBehind(there!)).toBeNull();
  });
});

const newestToken = async (email: string, before: string): Promise<string> => {
  for (;;) {
    const token = await mailbox.tokenFor(email);
    if (token !== before) return token;
    await new Promise((wake) => setImmediate(wake));
  }
};

describe("an assignment", () => {
  it("is never one's own to give, take or approve, in the application and in PostgreSQL", async () => {
    const own = { id: newId(), personId: admin.id, ...LIAISON_KE };
    await expect(admin.call.people.grant(own)).rejects.toThrow("assignment.own");
    const { rows } = await people.owner.query<{ id: string }>(
      "SELECT id FROM assignment WHERE person_id = $1",
      [admin.id],
    );
    await expect(admin.call.people.revoke({ id: rows[0]!.id })).rejects.toThrow("assignment.own");
    await expect(admin.call.people.approve({ id: rows[0]!.id })).rejects.toThrow("assignment.own");
    await runtime.query("BEGIN");
    await runtime.query("SELECT FROM app.begin($1)", [admin.token]);
    await expect(
      runtime.query(
        `INSERT INTO assignment (id, person_id, role, countries, all_operations, operations, granted_by_id, granted_at)
         VALUES (gen_random_uuid(), $1, 'liaison', '{KE}', true, '{}', $1, now())`,
        [admin.id],
      ),
    ).rejects.toThrow(/row-level security|own assignments/);
    await runtime.query("ROLLBACK");
  });

  it("over all countries is worth nothing until a second administrator approves it", async () => {
    const { token } = await invite("gita@agency.example");
    await redeem(token, "gita@agency.example");
    const session = await openSession(from("192.0.2.7"), "gita@agency.example", PASSWORD);
    const gita = people.caller(session);
    const { id: personId } = await gita.people.me();
    const granted = { id: newId(), personId, ...EVERYWHERE };
    await admin.call.people.grant(granted);
    await admin.call.people.grant(granted);
    expect((await gita.people.me()).grants.map(({ role }) => role)).toEqual(["liaison"]);
    await expect(admin.call.people.approve({ id: granted.id })).rejects.toThrow(
      "assignment.second_administrator",
    );
    expect(await admin.call.people.waiting()).toContainEqual(
      expect.objectContaining({ id: granted.id, mine: true }),
    );
    expect(await second.call.people.waiting()).toContainEqual(
      expect.objectContaining({ id: granted.id, mine: false }),
    );
    await second.call.people.approve({ id: granted.id });
    expect((await gita.people.me()).grants.map(({ role }) => role).sort()).toEqual(["leadership", "liaison"]);
    await admin.call.people.revoke({ id: granted.id });
    expect((await gita.people.me()).grants.map(({ role }) => role)).toEqual(["liaison"]);
  });

  it("is not approved under another's name in PostgreSQL, nor changed once granted", async () => {
    const other = await people.as("liaison", { countries: ["BJ"] });
    const id = newId();
    await admin.call.people.grant({ id, personId: other.id, ...EVERYWHERE });
    await runtime.query("BEGIN");
    await runtime.query("SELECT FROM app.begin($1)", [admin.token]);
    await expect(
      runtime.query("UPDATE assignment SET approved_by_id = $2, approved_at = now() WHERE id = $1", [
        id,
        second.id,
      ]),
    ).rejects.toThrow(/second administrator/);
    await runtime.query("ROLLBACK");
    await expect(runtime.query("UPDATE assignment SET role = 'administrator'")).rejects.toThrow(
      /permission denied/,
    );
  });

  it("reaches no further than the one who gives it", async () => {
    const local = await people.as("administrator", { countries: ["KE"] });
    const other = await people.as("liaison", { countries: ["BJ"] });
    const give = (countries: "all" | string[]) =>
      local.call.people.grant({
        id: newId(),
        personId: other.id,
        role: "liaison",
        countries,
        operations: "all",
      });
    await expect(give("all")).rejects.toThrow("assignment.beyond_reach");
    await expect(give(["BJ"])).rejects.toThrow("assignment.beyond_reach");
    await expect(give(["KE"])).resolves.toBeDefined();
    await expect(local.call.people.disable({ id: admin.id })).rejects.toThrow("assignment.beyond_reach");
  });

  const OTHERS = COUNTRY_CODES.filter((code) => code !== "KE");
  const part = (from: number) => ({ ...LIAISON_KE, countries: OTHERS.slice(from, from + 29) });

  it("over all countries is not given by naming them", async () => {
    const officer = await people.as("observer", { countries: ["KE"] });
    const give = (from: number) =>
      admin.call.people.grant({ id: newId(), personId: officer.id, ...part(from) });
    await give(0);
    await expect(give(29)).rejects.toThrow("assignment.too_many_countries");
    await expect(invite("wide@agency.example", [part(0), part(29)])).rejects.toThrow(
      "assignment.too_many_countries",
    );
  });

  it("over all countries is not given by naming them in several requests at once", async () => {
    const officer = await people.as("observer", { countries: ["KE"] });
    const give = (from: number) =>
      admin.call.people.grant({ id: newId(), personId: officer.id, ...part(from) });
    const given = await Promise.allSettled([0, 29, 58, 87].map(give));
    expect(given.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("tries", () => {
  it("are throttled per account and address, the same for an account that does not exist", async () => {
    const { token } = await invite("hugo@agency.example");
    await redeem(token, "hugo@agency.example");
    for (const email of ["hugo@agency.example", "nobody@agency.example"]) {
      const attempt = () => openSession(from("192.0.2.8"), email, "not the password at all");
      for (let tries = 0; tries < 6; tries += 1) expect(await attempt()).toBeNull();
      await expect(attempt()).rejects.toMatchObject({ kind: "too_many", reason: "sign_in.throttled" });
    }
    // From elsewhere the person still gets in: an outsider cannot lock them out.
    expect(await openSession(from("192.0.2.9"), "hugo@agency.example", PASSWORD)).not.toBeNull();
  });

  it("that fail leave one event per account and hour, and what matters is in the sign-in chain", async () => {
    const { rows } = await people.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_event e JOIN person p ON p.id = e.entity_id
       WHERE e.chain = 'sign-in' AND e.action = 'sign_in.failed' AND p.email = 'hugo@agency.example'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("find no one behind Import, and no homoglyph of an account", async () => {
    expect(await openSession(from("192.0.2.10"), "import@muster.invalid", PASSWORD)).toBeNull();
    expect(await openSession(from("192.0.2.10"), "аmina@agency.example", PASSWORD)).toBeNull();
  });
});

describe("what the installation says about itself", () => {
  it("is anyone's to read, an administrator's to state, and missing where nobody stated it", async () => {
    const blank = await people.nobody.people.about({ locale: "en" });
    expect(blank).toEqual({ operator: null, place: null, law: null, mark: null, contact: null });
    const texts = {
      operator: "NCB Nairobi",
      place: "",
      law: "Kenyan law",
      mark: "TLP:AMBER",
      contact: "duty desk",
    };
    await admin.call.people.stateAbout({ locale: "en", texts });
    expect(await people.nobody.people.about({ locale: "fr" })).toMatchObject({
      operator: "NCB Nairobi",
      place: null,
    });
    const liaison = await people.as("liaison", { countries: ["KE"] });
    await expect(liaison.call.people.stateAbout({ locale: "en", texts })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

it("keeps no token: the database has only its hash", async () => {
  const { rows } = await people.owner.query<{ kept: string }>(
    "SELECT encode(token_hash, 'hex') AS kept FROM session WHERE token_hash = $1",
    [Buffer.from(hashToken(admin.token))],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.kept).not.toBe(admin.token);
});
