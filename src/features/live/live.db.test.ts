import { afterAll, beforeAll, expect, it } from "vitest";
import { openChanges, type Changes } from "#server/changes.ts";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantFixture, type Fixture } from "#testing/matrix-fixture.ts";
import { content } from "#testing/matrix-entry.ts";
import { DomainError } from "#lib/errors.ts";
import { transact } from "#server/transaction.ts";
import { followChanges, type Hint } from "./queries.ts";
import { EARLY_MS, RECHECK_MS } from "./schema.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let fixture: Fixture;
/** Two ears, as two server processes on one database have. */
let ears: [Changes, Changes];

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  fixture = await plantFixture(stage.owner);
  ears = [openChanges(database.appUrl), openChanges(database.appUrl)];
});

afterAll(async () => {
  await Promise.all(ears.map((ear) => ear.close()));
  await stage.close();
  await database.drop();
});

type Person = Awaited<ReturnType<typeof stage.as>>;

function listen(person: Person, ear: Changes, recheckMs = 60_000) {
  const leave = new AbortController();
  const standing = () =>
    transact(
      { client: stage.client, token: person.token, permission: "live:listen", type: "query" },
      async ({ scope, actor }) => ({ scope, actor }),
    );
  const stream = followChanges({ changes: ear, standing, signal: leave.signal, recheckMs });
  return { stream, leave };
}

async function heard(stream: AsyncGenerator<Hint>): Promise<Hint["topics"]> {
  const { value } = await stream.next();
  return (value as Hint | undefined)?.topics ?? [];
}

const fileReturn = async (who: Person) =>
  who.call.returns.file({
    id: newId(),
    deploymentId: fixture.deploymentId,
    localDate: fixture.owed,
    content: content(),
  } as never);

const rename = async (who: Person) =>
  who.call.people.changeProfile({ name: `Name ${newId()}`, locale: "en", scheme: "dark" });

it("a filed return reaches readers of its country on both server processes, and nobody of another country", async () => {
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  const leader = await stage.as("leadership");
  const stranger = await stage.as("reviewer", { countries: ["PE"] });
  const listeners = [listen(liaison, ears[0]), listen(leader, ears[1]), listen(stranger, ears[1])] as const;
  for (const { stream } of listeners) expect(await heard(stream)).toEqual([]);
  const [near, far, foreign] = listeners.map(({ stream }) => heard(stream)) as [
    Promise<string[]>,
    Promise<string[]>,
    Promise<string[]>,
  ];
  await fileReturn(liaison);
  expect(await near).toEqual(["results"]);
  expect(await far).toEqual(["results"]);
  // Told in order: what everyone is told comes first to those who were told nothing before it.
  await rename(liaison);
  expect(await foreign).toEqual(["people"]);
  for (const { leave } of listeners) leave.abort();
});

it("a stream ends when its person is disabled, before the next look", async () => {
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  const admin = await stage.as("administrator");
  const { stream } = listen(liaison, ears[0], 60_000);
  expect(await heard(stream)).toEqual([]);
  const end = heard(stream).then(
    () => "went on",
    (error: unknown) => (error as DomainError).reason,
  );
  await admin.call.people.disable({ id: liaison.id });
  expect(await end).toBe("signed_out");
});

it("a right that is revoked stops what it told at once, and the stream itself with the last of them", async () => {
  const person = await stage.as("reviewer", { countries: ["KE"] });
  await stage.as("reviewer", { id: person.id, countries: ["PE"] });
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  const admin = await stage.as("administrator");
  const revoke = async (country: string) => {
    const { rows } = await stage.owner.query<{ id: string }>(
      "SELECT id FROM assignment WHERE person_id = $1 AND countries = ARRAY[$2]",
      [person.id, country],
    );
    await admin.call.people.revoke({ id: rows[0]!.id });
  };
  const arrest = async () =>
    liaison.call.outcomes.recordArrest({
      id: newId(),
      operationId: fixture.operation.id,
      countryCode: "KE",
      localDate: fixture.day,
      count: 1,
      offence: "other",
    });
  const { stream } = listen(person, ears[1]);
  expect(await heard(stream)).toEqual([]);
  await arrest();
  expect(await heard(stream)).toEqual(["results"]);
  await revoke("KE");
  expect(await heard(stream)).toEqual(["people"]);
  await arrest();
  await rename(liaison);
  expect(await heard(stream)).toEqual(["people"]);
  await revoke("PE");
  // The second look within two seconds waits for its turn: what everyone is told may come before the end.
  const tellOn = async () => {
    for (let told = 0; told < 3; told += 1) await heard(stream);
  };
  await expect(tellOn()).rejects.toMatchObject({ kind: "forbidden" });
});

it("looks at its session by itself, without a hint", async () => {
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  expect(RECHECK_MS).toBeLessThanOrEqual(30_000);
  const { stream } = listen(liaison, ears[0], 50);
  expect(await heard(stream)).toEqual([]);
  await stage.owner.query("UPDATE session SET revoked_at = now() WHERE person_id = $1", [liaison.id]);
  await expect(heard(stream)).rejects.toThrow(DomainError);
});

it("looks once, not each time, when somebody changes their own name again and again", async () => {
  const leader = await stage.as("leadership");
  const restless = await stage.as("liaison", { countries: ["KE"] });
  const leave = new AbortController();
  const began = Date.now();
  let looks = 0;
  const standing = async () => {
    looks += 1;
    return transact(
      { client: stage.client, token: leader.token, permission: "live:listen", type: "query" },
      async ({ scope, actor }) => ({ scope, actor }),
    );
  };
  const stream = followChanges({ changes: ears[0], standing, signal: leave.signal });
  expect(await heard(stream)).toEqual([]);
  for (const name of ["One", "Two", "Three"]) {
    const next = heard(stream);
    await restless.call.people.changeProfile({ name, locale: "en", scheme: "dark" });
    expect(await next).toEqual(["people"]);
  }
  leave.abort();
  // At its start, for the first change, and once more for every such while that the three took.
  expect(looks).toBeLessThanOrEqual(2 + Math.floor((Date.now() - began) / EARLY_MS));
  await stream.return(undefined);
});

it("nobody without a session listens", async () => {
  const stranger = { token: null } as unknown as Person;
  await expect(heard(listen(stranger, ears[0]).stream)).rejects.toThrow(DomainError);
});

it("a change that is taken back is not told", async () => {
  const leader = await stage.as("leadership");
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  const { stream, leave } = listen(leader, ears[0]);
  expect(await heard(stream)).toEqual([]);
  const next = heard(stream);
  await expect(fileReturn(liaison)).rejects.toMatchObject({ code: "CONFLICT" });
  await rename(liaison);
  expect(await next).toEqual(["people"]);
  leave.abort();
});
