import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Prisma } from "#generated/prisma/client.ts";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantFixture, type Fixture } from "#testing/matrix-fixture.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let f: Fixture;
let people: Awaited<ReturnType<typeof enter>>;
/** A session held anew for each test, with attendance of one organisation that waits. */
let session: { id: string; row: string };

async function enter() {
  const as = (role: "liaison" | "reviewer", country: string) => stage.as(role, { countries: [country] });
  return {
    manager: await stage.as("programme_manager"),
    ke: await as("liaison", "KE"),
    rw: await as("liaison", "RW"),
    reviewer: await as("reviewer", "KE"),
    reviewerRw: await as("reviewer", "RW"),
    reviewerPe: await as("reviewer", "PE"),
    leadership: await stage.as("leadership"),
    observer: await stage.as("observer", { operations: [f.operation.id] }),
  };
}

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  f = await plantFixture(stage.owner);
  people = await enter();
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});
beforeEach(async () => {
  session = await held(f.operation.id);
});

const call = (who: keyof typeof people) => people[who].call.training;
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { message: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.message,
  );
const counts = { invited: 12, attended: 10, certified: null, women: null };

async function held(operationId: string | null) {
  const id = newId();
  await call("manager").plan({
    id,
    operationId,
    title: `Asked about ${id}`,
    countryCode: "KE",
    place: "Nairobi",
    startsOn: f.day,
    endsOn: f.day,
    delivery: "in_class",
    languages: ["en"],
    topics: ["sltd"],
    seats: null,
    trainerIds: [],
    pointIds: [],
  });
  await call("manager").hold({ id, version: 1 });
  const row = newId();
  const rows = [{ id: row, organisationId: f.training.organisation, ...counts }];
  await call("ke").recordAttendance({ id: newId(), sessionId: id, rows });
  return { id, row };
}
const question = "Twelve seats: did ten come on both days?";
const asked = (more: object = {}) => ({
  sessionId: session.id,
  id: session.row,
  version: 1,
  question,
  ...more,
});
const answer = (reason: string | null, more: object = {}) => {
  const row = { id: newId(), organisationId: f.training.organisation, ...counts, supersedesId: session.row };
  return { id: newId(), sessionId: session.id, rows: [{ ...row, ...more }], reason };
};
const shown = async (who: keyof typeof people) => (await call(who).get({ id: session.id })).attendance!;
const questionsOf = async (who: keyof typeof people) =>
  (await people[who].call.today.overview({})).questions?.attendance.map(({ session: of, text }) => [
    of.id,
    text,
  ]);

describe("a question about attendance", () => {
  test("is asked once, keeps the row preliminary, and is answered before anything is validated", async () => {
    await call("reviewer").queryAttendance(asked());
    await call("reviewer").queryAttendance(asked());
    expect(await shown("reviewer")).toMatchObject([{ review: "queried", question, version: 2 }]);
    expect(await refusal(call("reviewer").queryAttendance(asked({ version: 2, question: "And?" })))).toBe(
      "attendance.already_queried",
    );
    const rows = [{ id: session.row, version: 2 }];
    expect(await refusal(call("reviewer").validateAttendance({ sessionId: session.id, rows }))).toBe(
      "result.still_queried",
    );
    expect(await call("reviewer").list({ review: "queried", operation: f.operation.id })).toMatchObject({
      rows: [{ id: session.id }],
    });
    const history = await people.ke.call.audit.history({ entity: "attendance", id: session.row });
    expect(history.map(({ action, mine }) => [action, mine])).toEqual([
      ["attendance.queried", false],
      ["attendance.recorded", true],
    ]);
    await call("ke").recordAttendance(answer("By the register"));
  });

  test("is about the row as it stood, and never about one that is validated", async () => {
    expect(await refusal(call("reviewer").queryAttendance(asked({ version: 7 })))).toBe(
      "attendance.superseded",
    );
    expect(await refusal(call("reviewer").queryAttendance(asked({ id: newId() })))).toBe("not_found");
    await call("reviewer").validateAttendance({
      sessionId: session.id,
      rows: [{ id: session.row, version: 1 }],
    });
    expect(await refusal(call("reviewer").queryAttendance(asked({ version: 2 })))).toBe(
      "row.validated_is_fixed",
    );
  });

  test("is answered by a version with a reason, also when the numbers were right; then it is validated", async () => {
    await call("reviewer").queryAttendance(asked());
    expect(await refusal(call("ke").recordAttendance(answer(null)))).toBe("attendance.reason_needed");
    const sent = answer("Ten on both days, by the register");
    await call("ke").recordAttendance(sent);
    const [row] = await shown("reviewer");
    expect(row).toMatchObject({
      id: sent.rows[0]!.id,
      review: "submitted",
      question: null,
      reason: "Ten on both days, by the register",
      earlier: [{ id: session.row, review: "queried", question }],
    });
    await call("reviewer").validateAttendance({ sessionId: session.id, rows: [{ id: row!.id, version: 1 }] });
    expect(await shown("ke")).toMatchObject([{ review: "validated", attended: 10 }]);
    expect((await stage.owner.query("SELECT * FROM app.total_differences()")).rows).toEqual([]);
  });

  test("stands on the form and on Today of that country's liaison until it is answered", async () => {
    const before = await people.ke.call.today.counts({});
    await call("reviewer").queryAttendance(asked());
    expect(await questionsOf("ke")).toEqual([[session.id, question]]);
    expect((await people.ke.call.today.counts({})).training).toBe(before.training + 1);
    expect((await people.ke.call.today.overview({ exercise: true })).questions?.attendance).toEqual([]);
    expect(await questionsOf("rw")).toEqual([]);
    expect(await questionsOf("reviewer")).toBeUndefined();
    const choices = await call("ke").recordable({});
    expect(choices.filter(({ queried }) => queried).map(({ id }) => id)).toEqual([session.id]);
    expect((await call("ke").sheet({ id: session.id })).standing).toMatchObject([{ question }]);
    await call("ke").recordAttendance(answer("Nine, one was counted twice", { attended: 9 }));
    expect(await questionsOf("ke")).toEqual([]);
  });

  test("is also asked about a session of no operation", async () => {
    session = await held(null);
    await call("reviewer").queryAttendance(asked());
    expect(await questionsOf("ke")).toEqual([[session.id, question]]);
    await call("ke").recordAttendance(answer("By the register"));
    expect(await questionsOf("ke")).toEqual([]);
  });
});

describe("the wrong people", () => {
  test("of another country find nothing to ask about; others may not ask", async () => {
    expect(await refusal(call("reviewerRw").queryAttendance(asked()))).toBe("not_found");
    expect(await refusal(call("reviewerPe").queryAttendance(asked()))).toBe("not_found");
    for (const who of ["ke", "manager", "leadership", "observer"] as const)
      expect(await refusal(call(who).queryAttendance(asked())), who).toBe("access.forbidden");
    await call("reviewer").queryAttendance(asked());
    expect(await refusal(call("rw").recordAttendance(answer("Not ours")))).toBe("not_found");
    expect((await call("rw").get({ id: session.id })).attendance).toBeNull();
    expect(await call("reviewerRw").list({ review: "queried" })).toMatchObject({ total: 0 });
    await call("ke").recordAttendance(answer("By the register"));
  });

  test("are stopped by PostgreSQL too: who is no reviewer, in another's name, or taking a question back", async () => {
    const write = (who: keyof typeof people, set: Prisma.Sql) =>
      refusal(
        stage.client.$transaction(async (db) => {
          await db.$executeRaw`SELECT set_config('app.session', ${people[who].token}, true)`;
          return db.$executeRaw`UPDATE attendance SET ${set} WHERE id = ${session.row}::uuid`;
        }),
      );
    const ask = (by: string) =>
      Prisma.sql`review = 'queried', question = 'Why?', queried_at = now(), queried_by_id = ${by}::uuid`;
    expect(await write("ke", ask(people.ke.id))).toContain("row.not_the_reviewer");
    expect(await write("reviewer", ask(people.manager.id))).toContain("row.not_in_your_name");
    expect(await write("reviewer", Prisma.sql`review = 'queried'`)).toContain("row.not_in_your_name");
    await call("reviewer").queryAttendance(asked());
    const back = Prisma.sql`review = 'submitted', question = NULL, queried_at = NULL, queried_by_id = NULL`;
    expect(await write("ke", back)).toContain("row.not_in_your_name");
    expect(await write("reviewer", back)).toContain("row.not_in_your_name");
    await call("ke").recordAttendance(answer("By the register"));
  });
});

test("a question about a result waits on Today of its country's liaison as well, until the result is corrected or answered", async () => {
  const today = async (who: keyof typeof people) =>
    (await people[who].call.today.overview({})).questions?.results.map(({ resultId, kind }) => [
      kind,
      resultId,
    ]);
  const remarkId = newId();
  const one = { kind: "seizure" as const, id: f.results.seizure };
  await people.reviewer.call.outcomes.query({ ...one, version: 1, remarkId, text: "Weighed where?" });
  expect(await today("ke")).toEqual([["seizure", f.results.seizure]]);
  expect(await today("rw")).toEqual([]);
  expect((await people.ke.call.today.counts({})).results).toBe(1);
  await people.ke.call.outcomes.answer({ ...one, version: 2, remarkId: newId(), text: "At the gate" });
  expect(await today("ke")).toEqual([]);
});
