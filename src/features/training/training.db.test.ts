import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { inferRouterInputs } from "@trpc/server";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";
import type { AppRouter } from "#trpc/root.ts";

type Inputs = inferRouterInputs<AppRouter>["training"];
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
let people: Awaited<ReturnType<typeof enter>>;
const police = newId();
const customs = newId();
const NOW = new Date("2026-11-20T12:00:00Z");

async function enter() {
  const liaison = (country: string) => stage.as("liaison", { countries: [country] });
  return {
    manager: await stage.as("programme_manager"),
    ke: await liaison("KE"),
    rw: await liaison("RW"),
    pe: await liaison("PE"),
    coordination: await stage.as("liaison", { operations: [planted.id] }),
    reviewer: await stage.as("reviewer", { countries: ["KE"] }),
    reviewerRw: await stage.as("reviewer", { countries: ["RW"] }),
    onBehalf: await stage.as("reviewer"),
    leadership: await stage.as("leadership"),
    observer: await stage.as("observer", { operations: [planted.id] }),
  };
}

beforeAll(async () => {
  database = await freshDatabase({ totalsByHand: true });
  stage = cast(database);
  planted = await plantOperation(stage.owner, { today: NOW });
  await plant(stage.owner, async (client) => {
    for (const [id, name] of [
      [police, "Kenya police"],
      [customs, "Kenya customs"],
    ])
      await client.query(
        "INSERT INTO organisation (id, name, kind, country_code) VALUES ($1, $2, 'police', 'KE')",
        [id, name],
      );
  });
  people = await enter();
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const call = (who: keyof typeof people, now = NOW) => people[who].at(now).training;
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { message: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.message,
  );
const sql = async (text: string, values: unknown[] = []) =>
  (await stage.owner.query(text, values)).rows as Record<string, unknown>[];
const differences = () => sql("SELECT * FROM app.total_differences()");
const totals = () =>
  sql(
    "SELECT local_date::text AS day, validated, total::int AS people FROM daily_total WHERE operation_id = $1 AND measure = 'people_trained' AND total <> 0 ORDER BY 1, 2",
    [planted.id],
  );
const startAnew = () =>
  plant(stage.owner, async (client) => {
    await client.query("DELETE FROM attendance");
  });

const plan = (more: Partial<Inputs["plan"]> = {}): Inputs["plan"] => ({
  id: newId(),
  operationId: planted.id,
  title: "Document fraud, first line",
  countryCode: "KE",
  place: "Nairobi",
  startsOn: "2026-11-10",
  endsOn: "2026-11-12",
  delivery: "in_class",
  languages: ["en", "fr"],
  topics: ["sltd", "document_fraud"],
  seats: 24,
  trainerIds: [police],
  pointIds: [planted.points.find((point) => point.country === "KE")!.id],
  ...more,
});
const row = (
  organisationId: string,
  counts: [number | null, number | null, number | null, number | null],
) => ({
  id: newId(),
  organisationId,
  invited: counts[0],
  attended: counts[1],
  certified: counts[2],
  women: counts[3],
});

async function held(more: Partial<Inputs["plan"]> = {}) {
  const session = plan(more);
  await call("manager").plan(session);
  await call("manager").hold({ id: session.id, version: 1 });
  return session;
}
const amended = ({ id: _, ...session }: Inputs["plan"], id: string, more: object) =>
  ({ ...session, id, version: 2, ...more }) as Inputs["amend"];

describe("planning", () => {
  test("a manager plans once however often it is sent, and reads back what was planned", async () => {
    const session = plan();
    expect(await call("manager").plan(session)).toEqual({ id: session.id });
    expect(await call("manager").plan(session)).toEqual({ id: session.id });
    expect(await refusal(call("manager").plan({ ...session, seats: 12 }))).toBe("id.not_usable");
    const found = await call("manager").get({ id: session.id });
    expect(found).toMatchObject({
      title: "Document fraud, first line",
      state: "planned",
      version: 1,
      startsOn: "2026-11-10",
      trainers: [{ name: "Kenya police" }],
      points: [{ countryCode: "KE" }],
      may: { edit: true, record: true, validate: false },
    });
  });

  test("belongs to a country of the operation, in days that follow each other, with parts that exist", async () => {
    const attempts: [Partial<Inputs["plan"]>, string][] = [
      [{ countryCode: "PE" }, "training.country_not_in_operation"],
      [{ endsOn: "2026-11-09" }, "training.ends_before_it_starts"],
      [{ endsOn: "2027-11-09" }, "training.too_long"],
      [{ pointIds: [newId()] }, "training.part_not_found"],
      [{ trainerIds: [newId()] }, "training.part_not_found"],
      [{ operationId: newId() }, "training.country_not_in_operation"],
    ];
    for (const [more, reason] of attempts)
      expect(await refusal(call("manager").plan(plan(more))), JSON.stringify(more)).toBe(reason);
  });

  test("a change over a version someone else saved is told, and loses neither", async () => {
    const session = await held();
    await call("manager").amend(amended(session, session.id, { place: "Mombasa" }));
    const mine = amended(session, session.id, { seats: 30 });
    expect(await refusal(call("manager").amend(mine))).toBe("training.changed_meanwhile");
    expect(await call("manager").get({ id: session.id })).toMatchObject({ place: "Mombasa", version: 3 });
    await call("manager").amend({ ...mine, version: 3, place: "Mombasa", trainerIds: [], pointIds: [] });
    expect(await call("manager").get({ id: session.id })).toMatchObject({
      place: "Mombasa",
      seats: 30,
      trainers: [],
      points: [],
    });
  });

  test("is cancelled with a reason, reopened, and never held before its first day", async () => {
    const session = plan({ startsOn: "2026-12-01", endsOn: "2026-12-02" });
    await call("manager").plan(session);
    expect(await refusal(call("manager").hold({ id: session.id, version: 1 }))).toBe("training.not_begun");
    await call("manager").cancel({ id: session.id, version: 1, reason: "Road closed by floods" });
    expect(await call("ke").get({ id: session.id })).toMatchObject({
      state: "cancelled",
      stateReason: "Road closed by floods",
    });
    await call("manager").reopen({ id: session.id, version: 2 });
    expect(await call("ke").get({ id: session.id })).toMatchObject({ state: "planned", stateReason: null });
  });
});

describe("the wrong country", () => {
  test("finds no session, and its attendance cannot be read, entered or validated", async () => {
    const session = await held();
    await call("ke").recordAttendance({
      id: newId(),
      sessionId: session.id,
      rows: [row(police, [5, 5, 5, 2])],
    });
    expect(await refusal(call("pe").get({ id: session.id }))).toBe("not_found");
    // Rwanda takes part in the operation: its plan is readable, who came is not.
    expect((await call("rw").get({ id: session.id })).attendance).toBeNull();
    const [seen] = (await call("rw").list({ operation: planted.id, sort: "-startsOn" })).rows;
    expect(seen).toMatchObject({ attended: null, mayRead: false });
    const enter = { id: newId(), sessionId: session.id, rows: [row(customs, [1, 1, null, null])] };
    expect(await refusal(call("rw").recordAttendance(enter))).toBe("not_found");
    expect(await refusal(call("rw").sheet({ id: session.id }))).toBe("not_found");
    const [standing] = (await call("ke").get({ id: session.id })).attendance!;
    const rows = [{ id: standing!.id, version: standing!.version }];
    expect(await refusal(call("reviewerRw").validateAttendance({ sessionId: session.id, rows }))).toBe(
      "not_found",
    );
    expect(await refusal(call("rw").plan(plan()))).toBe("access.forbidden");
    expect(await refusal(call("observer").list({}))).toBe("access.forbidden");
    await startAnew();
  });

  test("a liaison of every country in one operation reaches its sessions and no other", async () => {
    const session = await held();
    const other = await plantOperation(stage.owner, { countries: ["KE"], today: NOW });
    const foreign = await held({ operationId: other.id, pointIds: [] });
    const enter = (sessionId: string) => ({
      id: newId(),
      sessionId,
      rows: [row(police, [3, 3, null, null])],
    });
    await call("coordination").recordAttendance(enter(session.id));
    expect((await call("coordination").get({ id: session.id })).attendance).toHaveLength(1);
    expect(await refusal(call("coordination").recordAttendance(enter(foreign.id)))).toBe("not_found");
    await startAnew();
  });
});

describe("attendance", () => {
  test("counts on the last day, missing is not zero, and a correction supersedes with a reason", async () => {
    const session = await held();
    const first = row(police, [12, 10, null, null]);
    const second = row(customs, [6, null, null, null]);
    const sheet = { id: newId(), sessionId: session.id, rows: [first, second] };
    expect(await call("ke").recordAttendance(sheet)).toMatchObject({ recorded: 2 });
    expect(await call("ke").recordAttendance(sheet)).toEqual({
      id: sheet.id,
      receipt: sheet.id.slice(-4).toUpperCase(),
      recorded: 0,
    });
    expect(await totals()).toEqual([{ day: "2026-11-12", validated: false, people: 10 }]);
    const correction = { ...row(police, [12, 11, 9, 0]), supersedesId: first.id };
    const corrected = { id: newId(), sessionId: session.id, rows: [correction] };
    expect(await refusal(call("ke").recordAttendance(corrected))).toBe("attendance.reason_needed");
    await call("ke").recordAttendance({ ...corrected, reason: "One came late" });
    expect(
      await refusal(
        call("ke").recordAttendance({
          id: newId(),
          sessionId: session.id,
          rows: [{ ...row(police, [1, 1, 1, 1]), supersedesId: first.id }],
          reason: "Again",
        }),
      ),
    ).toBe("attendance.superseded");
    expect(await totals()).toEqual([{ day: "2026-11-12", validated: false, people: 11 }]);
    const { attendance } = await call("ke").get({ id: session.id });
    expect(attendance).toMatchObject([
      { organisation: { name: "Kenya customs" }, invited: 6, attended: null, women: null, earlier: [] },
      { organisation: { name: "Kenya police" }, attended: 11, women: 0, reason: "One came late" },
    ]);
    expect(attendance![1]!.earlier).toMatchObject([{ attended: 10 }]);
    expect(await differences()).toEqual([]);
    await startAnew();
  });

  test("says nothing impossible", async () => {
    const session = await held();
    const enter = (rows: ReturnType<typeof row>[]) =>
      refusal(call("ke").recordAttendance({ id: newId(), sessionId: session.id, rows }));
    expect(await enter([row(police, [null, null, null, null])])).toBe("attendance.says_nothing");
    expect(await enter([row(police, [5, 4, 5, null])])).toBe("attendance.more_certified");
    expect(await enter([row(police, [1, 1, null, null]), row(police, [1, 1, null, null])])).toBe(
      "attendance.twice",
    );
  });

  test("counts once the session is held, moves with its days, and stays where it is validated", async () => {
    const session = plan();
    await call("manager").plan(session);
    const entered = row(police, [9, 8, null, null]);
    await call("ke").recordAttendance({ id: newId(), sessionId: session.id, rows: [entered] });
    expect(await totals()).toEqual([]);
    const rows = [{ id: entered.id, version: 1 }];
    expect(await refusal(call("reviewer").validateAttendance({ sessionId: session.id, rows }))).toBe(
      "training.not_held",
    );
    await call("manager").hold({ id: session.id, version: 1 });
    expect(await totals()).toEqual([{ day: "2026-11-12", validated: false, people: 8 }]);
    await call("manager").amend(amended(session, session.id, { endsOn: "2026-11-13" }));
    expect(await totals()).toEqual([{ day: "2026-11-13", validated: false, people: 8 }]);
    await call("reviewer").validateAttendance({ sessionId: session.id, rows });
    expect(await totals()).toEqual([{ day: "2026-11-13", validated: true, people: 8 }]);
    const moved = amended(session, session.id, { endsOn: "2026-11-14", version: 3 });
    expect(await refusal(call("manager").amend(moved))).toBe("training.attendance_validated");
    const cancel = { id: session.id, version: 3, reason: "It never took place" };
    expect(await refusal(call("manager").cancel(cancel))).toBe("training.has_attendance");
    expect(await differences()).toEqual([]);
    await startAnew();
  });

  test("is never validated by who recorded it, and says when it was validated on behalf", async () => {
    const both = await stage.as("liaison", { countries: ["KE"] });
    await stage.as("reviewer", { id: both.id, countries: ["KE"] });
    const session = await held();
    const entered = row(police, [4, 4, null, null]);
    await both.at(NOW).training.recordAttendance({ id: newId(), sessionId: session.id, rows: [entered] });
    const rows = [{ id: entered.id, version: 1 }];
    const asked = { sessionId: session.id, rows };
    expect(await refusal(both.at(NOW).training.validateAttendance(asked))).toBe("row.four_eyes");
    expect(await call("onBehalf").validateAttendance(asked)).toEqual({ validated: 1 });
    expect(await call("onBehalf").validateAttendance(asked)).toEqual({ validated: 0 });
    const { attendance } = await call("ke").get({ id: session.id });
    expect(attendance).toMatchObject([{ review: "validated", validatedOnBehalf: true }]);
    const correction = { ...row(police, [4, 3, null, null]), supersedesId: entered.id };
    await call("ke").recordAttendance({
      id: newId(),
      sessionId: session.id,
      rows: [correction],
      reason: "Left early",
    });
    expect(await totals()).toEqual([{ day: "2026-11-12", validated: false, people: 3 }]);
    expect(await differences()).toEqual([]);
    await startAnew();
  });
});

describe("what is known", () => {
  test("people trained say for how many sessions attendance is reported", async () => {
    const other = await plantOperation(stage.owner, { countries: ["KE"], today: NOW });
    const sessions = [
      await held({ operationId: other.id, pointIds: [] }),
      await held({ operationId: other.id, pointIds: [] }),
    ];
    const rows = [row(police, [12, 10, null, 4]), row(customs, [null, 3, null, null])];
    await call("ke").recordAttendance({ id: newId(), sessionId: sessions[0]!.id, rows });
    const { total } = await call("manager").trained({ operation: other.id });
    expect(total).toMatchObject({
      held: 2,
      reported: 1,
      validated: null,
      preliminary: 13,
      invited: 12,
      attendedOfInvited: 10,
      certified: null,
      women: 4,
      womenKnown: 1,
      rows: 2,
    });
    expect((await call("rw").trained({ operation: other.id })).total.held).toBe(0);
    await startAnew();
  });

  test("evaluations are means with the response rate, corrected with a reason", async () => {
    const session = await held();
    const first = {
      id: newId(),
      sessionId: session.id,
      kind: "post_test" as const,
      mean: 81.25,
      outOf: 100,
      responses: 21,
      asked: 24,
    };
    await call("ke").recordEvaluation(first);
    await call("ke").recordEvaluation(first);
    expect(await refusal(call("ke").recordEvaluation({ ...first, id: newId(), mean: 120 }))).toBe(
      "evaluation.above_the_scale",
    );
    expect(await refusal(call("ke").recordEvaluation({ ...first, id: newId() }))).toBe(
      "training.evaluation_already_recorded",
    );
    const corrected = { ...first, id: newId(), responses: 22, supersedesId: first.id };
    expect(await refusal(call("ke").recordEvaluation(corrected))).toBe("attendance.reason_needed");
    await call("ke").recordEvaluation({ ...corrected, reason: "One paper was found" });
    const { evaluations } = await call("reviewer").get({ id: session.id });
    expect(evaluations!.filter(({ supersededAt }) => supersededAt === null)).toMatchObject([
      { kind: "post_test", mean: 81.25, responses: 22, asked: 24 },
    ]);
    expect((await call("rw").get({ id: session.id })).evaluations).toBeNull();
    expect(await refusal(call("rw").recordEvaluation({ ...first, id: newId(), kind: "reaction" }))).toBe(
      "not_found",
    );
  });

  test("checks before and after are those of the days on which checks were reported, in their own unit", async () => {
    const session = await held();
    const [point] = await call("manager").checksAround({ id: session.id });
    expect(point!.checks).toEqual([]);
    await plant(stage.owner, async (client) => {
      for (const [day, total] of [
        ["2026-11-08", 10],
        ["2026-11-09", 20],
        ["2026-11-11", 500],
        ["2026-11-14", 40],
      ])
        await client.query(
          `INSERT INTO point_total (operation_id, border_point_id, country_code, local_date, measure, unit, validated, total)
           VALUES ($1, $2, 'KE', $3, 'checks', 'documents', true, $4)`,
          [planted.id, point!.id, day, total],
        );
    });
    const [around] = await call("ke").checksAround({ id: session.id });
    expect(around!.checks).toEqual([
      { unit: "documents", before: { perDay: 15, days: 2 }, after: { perDay: 40, days: 1 } },
    ]);
    const abroad = await call("rw").checksAround({ id: session.id });
    expect(abroad.every(({ checks }) => checks.length === 0)).toBe(true);
    await plant(stage.owner, async (client) => {
      await client.query("DELETE FROM point_total");
    });
  });
});
