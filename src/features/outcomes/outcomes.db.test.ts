import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantOperation, type PlantedOperation } from "#testing/factories.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
let ke: Awaited<ReturnType<typeof stage.as>>;
let rw: Awaited<ReturnType<typeof stage.as>>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  planted = await plantOperation(stage.owner, { today: NOW });
  ke = await stage.as("liaison", { countries: ["KE"] });
  rw = await stage.as("liaison", { countries: ["RW"] });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const post = () => planted.points.find((point) => point.country === "KE")!;
const place = (more: object = {}) => ({
  id: newId(),
  operationId: planted.id,
  countryCode: "KE",
  borderPointId: post().id,
  localDate: "2026-11-19",
  ...more,
});
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { message: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.message,
  );
async function aMatch(): Promise<string> {
  const id = newId();
  await ke.at(NOW).matches.record({
    id,
    deploymentId: post().deploymentId,
    detectedAt: new Date("2026-11-19T08:00:00Z"),
    database: "nominals",
    noticeColour: "red",
    requestingAuthority: "PER",
  });
  return id;
}
async function totals(measure: string): Promise<string[]> {
  const { rows } = await stage.owner.query<{ said: string }>(
    "SELECT unit || ' ' || trim_scale(sum(total)) AS said FROM daily_total WHERE operation_id = $1 AND measure = $2::measure GROUP BY unit ORDER BY unit",
    [planted.id, measure],
  );
  return rows.map((row) => row.said);
}
const differences = async () => (await stage.owner.query("SELECT * FROM app.total_differences()")).rows;

describe("outcomes of a match", () => {
  test("are several, also without legal basis to arrest, and each is counted once", async () => {
    const matchId = await aMatch();
    const at = new Date("2026-11-19T09:00:00Z");
    const first = { id: newId(), eventId: newId(), matchId, kind: "no_legal_basis_to_arrest" as const, at };
    await ke.at(NOW).outcomes.record(first);
    await ke.at(NOW).outcomes.record(first);
    await ke.at(NOW).outcomes.record({ ...first, id: newId(), eventId: newId(), kind: "entry_denied" });
    const { outcomes } = await ke.at(NOW).outcomes.ofMatch({ matchId });
    expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual([
      "entry_denied",
      "no_legal_basis_to_arrest",
    ]);
    expect(await ke.at(NOW).matches.get({ id: matchId })).toMatchObject({
      hasOutcome: true,
      state: "recorded",
    });
    expect(await totals("entries_denied")).toEqual(["cases 1"]);
    expect(await totals("outcomes")).toEqual(["cases 1"]);
    expect(await refusal(ke.at(NOW).outcomes.record({ ...first, kind: "released" }))).toBe("id.not_usable");
    expect(await differences()).toEqual([]);
  });

  test("are not before the hit, not in the future, not on a foreign or voided match", async () => {
    const matchId = await aMatch();
    const outcome = (at: string) => ({
      id: newId(),
      eventId: newId(),
      matchId,
      kind: "released" as const,
      at: new Date(at),
    });
    expect(await refusal(ke.at(NOW).outcomes.record(outcome("2026-11-19T07:00:00Z")))).toBe(
      "match.before_previous_step",
    );
    expect(await refusal(ke.at(NOW).outcomes.record(outcome("2026-11-21T07:00:00Z")))).toBe(
      "match.in_the_future",
    );
    expect(await refusal(rw.at(NOW).outcomes.record(outcome("2026-11-19T09:00:00Z")))).toBe("not_found");
    const close = {
      id: matchId,
      version: 1,
      eventId: newId(),
      at: NOW,
      reason: "test_record_voided" as const,
    };
    await ke.at(NOW).matches.close(close);
    expect(await refusal(ke.at(NOW).outcomes.record(outcome("2026-11-19T09:00:00Z")))).toBe("match.voided");
    expect(await refusal(rw.at(NOW).outcomes.ofMatch({ matchId }))).toBe("not_found");
  });
});

describe("arrests, people and seizures", () => {
  test("are counted once where they were made; only like is added to like", async () => {
    const matchId = await aMatch();
    const arrest = place({ count: 2, offence: "wanted_person", matchId }) as never;
    await ke.at(NOW).outcomes.recordArrest(arrest);
    await ke.at(NOW).outcomes.recordArrest(arrest);
    await ke.at(NOW).outcomes.recordPeople({
      ...place(),
      kind: "migrants_encountered",
      ageGroup: "adult",
      sex: "female",
      count: 7,
    });
    for (const [quantity, unit] of [
      [14.5, "kg"],
      [2, "kg"],
      [9800, "EUR"],
    ] as const)
      await ke.at(NOW).outcomes.recordSeizure({ ...place(), commodity: "cash", quantity, unit });
    expect(await totals("arrests")).toEqual(["people 2"]);
    expect(await totals("migrants_encountered")).toEqual(["people 7"]);
    expect(await totals("seizures")).toEqual(["cash:EUR 9800", "cash:kg 16.5"]);
    expect((await ke.at(NOW).outcomes.ofMatch({ matchId })).arrests).toMatchObject([
      { count: 2, countryCode: "KE" },
    ]);
    expect(await differences()).toEqual([]);
  });

  test("belong to a country within reach, a point of the operation, a match one may read, and a day that came", async () => {
    const matchId = await aMatch();
    const arrest = (more: object) => ({ ...place(), count: 1, offence: "other" as const, ...more });
    const ofRw = planted.points.find((point) => point.country === "RW")!;
    const attempts: [object, string][] = [
      [{ countryCode: "RW", borderPointId: ofRw.id }, "not_found"],
      [{ borderPointId: ofRw.id }, "not_found"],
      [{ phaseId: newId() }, "not_found"],
      [{ localDate: "2026-11-22" }, "outcome.in_the_future"],
      [{ matchId: newId() }, "not_found"],
    ];
    for (const [more, reason] of attempts)
      expect(await refusal(ke.at(NOW).outcomes.recordArrest(arrest(more)))).toBe(reason);
    const abroad = { countryCode: "RW", borderPointId: ofRw.id, matchId };
    expect(await refusal(rw.at(NOW).outcomes.recordArrest(arrest(abroad)))).toBe("not_found");
    expect(await refusal(rw.at(NOW).outcomes.recordArrest(arrest({ ...abroad, matchId: null })))).toBe(
      "done",
    );
  });

  test("cite a match of their own world: an exercise never explains a real arrest", async () => {
    const drill = await plantOperation(stage.owner, { today: NOW, exercise: true });
    const there = drill.points.find((point) => point.country === "KE")!;
    const count = { count: 1, offence: "other" as const, matchId: await aMatch() };
    const inDrill = { operationId: drill.id, borderPointId: there.id };
    const record = (input: object) => refusal(ke.at(NOW).outcomes.recordArrest(input as never));
    expect(await record(place({ ...count, ...inDrill }))).toBe("not_found");
    expect(await record(place({ ...count, ...inDrill, matchId: null }))).toBe("done");
    const beside = await plantOperation(stage.owner, { today: NOW });
    const near = beside.points.find((point) => point.country === "KE")!;
    expect(await record(place({ ...count, operationId: beside.id, borderPointId: near.id }))).toBe("done");
  });

  test("sent again on another day under the same id are not usable, never dropped in silence", async () => {
    const arrest = place({ count: 2, offence: "document_fraud" as const });
    const record = (input: typeof arrest & object) => ke.at(NOW).outcomes.recordArrest(input as never);
    await record(arrest);
    expect(await record(arrest)).toEqual({ id: arrest.id, receipt: arrest.id.slice(-4).toUpperCase() });
    expect(await refusal(record({ ...arrest, localDate: "2026-11-18" }))).toBe("id.not_usable");
  });
});
