import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { emptyPlan } from "./rules/empty-plan.ts";
import type { OpenProgramme } from "./schema/programme.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const refused = (reason: string) => ({ cause: { reason } });
const whole = (id = newId()): OpenProgramme => ({
  id,
  code: `P-${id.slice(-8)}`,
  name: "Safe borders",
  objective: "Fewer people smuggled through the ports.",
  donor: "Ministry of Foreign Affairs",
  crimeAreas: ["migrant_smuggling", "document_fraud"],
  topics: ["sltd", "i247"],
  databases: ["nominals", "sltd"],
  systems: ["mind", "find"],
  sectors: ["immigration", "police"],
});
const contentOf = ({ code: _, ...content }: OpenProgramme) => content;
const eventsOf = async (id: string) =>
  (
    await stage.owner.query<{ chain: string; action: string; fields: string[]; version: number }>(
      "SELECT chain, action, fields, version FROM audit_event WHERE entity_id = $1 ORDER BY seq",
      [id],
    )
  ).rows;

it("is opened once with all its fields, and by its names alone where a plan needs it", async () => {
  const { call } = await stage.as("programme_manager");
  const one = whole();
  await call.operations.openProgramme(one);
  await call.operations.openProgramme({ ...one, systems: ["find", "mind"] });
  expect(await call.operations.programme({ id: one.id })).toMatchObject({
    ...one,
    crimeAreas: ["document_fraud", "migrant_smuggling"],
    topics: ["i247", "sltd"],
    databases: ["sltd", "nominals"],
    systems: ["find", "mind"],
    sectors: ["police", "immigration"],
    version: 1,
    operations: 0,
    mayRevise: true,
  });
  await expect(call.operations.openProgramme({ ...one, donor: "Another" })).rejects.toMatchObject(
    refused("id.not_usable"),
  );
  await expect(
    call.operations.openProgramme({ ...whole(), code: one.code.toLowerCase() }),
  ).rejects.toMatchObject(refused("operation.programme_code_taken"));
  const bare = { id: newId(), code: `B-${newId().slice(-8)}`, name: "Bare" };
  await call.operations.openProgramme(bare);
  expect(await call.operations.programme({ id: bare.id })).toMatchObject({ objective: null, topics: [] });
  expect((await eventsOf(one.id)).map(({ action }) => action)).toEqual(["programme.opened"]);
});

it("is revised with its event; what is only chosen in another order is no change", async () => {
  const { call } = await stage.as("programme_manager");
  const one = whole();
  await call.operations.openProgramme(one);
  const revised = { ...contentOf(one), version: 1, donor: null, topics: ["biometrics" as const] };
  await call.operations.reviseProgramme(revised);
  await call.operations.reviseProgramme({ ...revised, version: 2, sectors: ["police", "immigration"] });
  expect(await call.operations.programme({ id: one.id })).toMatchObject({
    code: one.code,
    donor: null,
    topics: ["biometrics"],
    version: 2,
  });
  expect(await eventsOf(one.id)).toEqual([
    { chain: "system", action: "programme.opened", fields: [], version: 1 },
    { chain: "system", action: "programme.revised", fields: ["donor", "topics"], version: 2 },
  ]);
  expect((await call.audit.history({ entity: "programme", id: one.id })).map(({ action }) => action)).toEqual(
    ["programme.revised", "programme.opened"],
  );
});

it("is revised by one of two people at a time; the other is told and finds what stands", async () => {
  const [first, second] = [await stage.as("programme_manager"), await stage.as("programme_manager")];
  const one = whole();
  await first.call.operations.openProgramme(one);
  const mine = { ...contentOf(one), version: 1, objective: "Mine" };
  const theirs = { ...contentOf(one), version: 1, objective: "Theirs", donor: "Theirs" };
  const answers = await Promise.allSettled([
    first.call.operations.reviseProgramme(mine),
    second.call.operations.reviseProgramme(theirs),
  ]);
  const lost = answers.filter((answer) => answer.status === "rejected");
  expect(lost).toHaveLength(1);
  expect(lost[0]!.reason).toMatchObject(refused("operation.programme_changed_meanwhile"));
  const won = answers[0].status === "fulfilled" ? mine : theirs;
  expect(await second.call.operations.programme({ id: one.id })).toMatchObject({
    objective: won.objective,
    donor: won.donor,
    version: 2,
  });
  expect(await eventsOf(one.id)).toHaveLength(2);
});

it("says how many operations of the reader's world name it", async () => {
  const { call } = await stage.as("programme_manager");
  const one = whole();
  await call.operations.openProgramme(one);
  for (const exercise of [false, true, true]) {
    const plan = { ...emptyPlan(2027), codename: `Operation ${newId().slice(-8)}` };
    await call.operations.open({
      id: newId(),
      exercise,
      plan: { ...plan, programmes: [{ programmeId: one.id, label: "As printed" }] },
    });
  }
  const listed = async (exercise: boolean) =>
    (await call.operations.programmes({ text: one.code, exercise })).rows;
  expect(await listed(false)).toMatchObject([{ id: one.id, code: one.code, operations: 1 }]);
  expect(await listed(true)).toMatchObject([{ operations: 2 }]);
  expect(await call.operations.programme({ id: one.id, exercise: true })).toMatchObject({ operations: 2 });
});

it("is read but not revised by a programme manager of some countries, and not there for any other role", async () => {
  const { call } = await stage.as("programme_manager");
  const one = whole();
  await call.operations.openProgramme(one);
  const revise = { ...contentOf(one), version: 1, donor: "Nobody" };
  const kenya = (await stage.as("programme_manager", { countries: ["KE"] })).call.operations;
  expect(await kenya.programme({ id: one.id })).toMatchObject({ mayRevise: false });
  expect(await kenya.programmes({ text: one.code })).toMatchObject({ total: 1, mayOpen: false });
  for (const refusedCall of [() => kenya.reviseProgramme(revise), () => kenya.openProgramme(whole())])
    await expect(refusedCall()).rejects.toMatchObject(refused("operation.for_all_countries"));
  for (const role of ["liaison", "reviewer", "leadership", "observer", "administrator"] as const) {
    const other = (await stage.as(role)).call;
    for (const refusedCall of [
      () => other.operations.reviseProgramme(revise),
      () => other.operations.programmes({}),
      () => other.operations.programme({ id: one.id }),
    ])
      await expect(refusedCall(), role).rejects.toMatchObject(refused("access.forbidden"));
    await expect(other.audit.history({ entity: "programme", id: one.id }), role).rejects.toMatchObject({
      cause: { reason: expect.stringMatching(/^(not_found|access\.forbidden)$/) as string },
    });
  }
  expect(await call.operations.programme({ id: one.id })).toMatchObject({ donor: one.donor, version: 1 });
});
