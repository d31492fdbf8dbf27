import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { inferRouterInputs } from "@trpc/server";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantOperation, type PlantedOperation } from "#testing/factories.ts";
import type { AppRouter } from "#trpc/root.ts";

type Inputs = inferRouterInputs<AppRouter>["matches"];
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
let people: Awaited<ReturnType<typeof enter>>;

const NOW = new Date("2026-11-20T12:00:00Z");
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

async function enter() {
  const liaison = (country: string) => stage.as("liaison", { countries: [country] });
  return {
    ke: await liaison("KE"),
    keTwo: await liaison("KE"),
    rw: await liaison("RW"),
    dk: await liaison("DK"),
    dkTwo: await liaison("DK"),
    reviewer: await stage.as("reviewer", { countries: ["KE"] }),
    manager: await stage.as("programme_manager"),
    leadership: await stage.as("leadership"),
  };
}

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  planted = await plantOperation(stage.owner, { today: NOW, dayStartsAt: "07:00" });
  people = await enter();
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const call = (who: keyof typeof people, now = NOW) => people[who].at(now).matches;
const hit = (more: Partial<Inputs["record"]> = {}): Inputs["record"] => ({
  id: newId(),
  deploymentId: planted.points.find((point) => point.country === "KE")!.deploymentId,
  detectedAt: before(300),
  database: "sltd",
  documentType: "passport",
  issuer: "DNK",
  recordStatus: "lost",
  ...more,
});
const step = (id: string, version: number, minutesAgo = 200) => ({
  id,
  version,
  eventId: newId(),
  at: before(minutesAgo),
  channel: "i247" as const,
});
async function asked(more: Partial<Inputs["record"]> = {}) {
  const { id, reference } = await call("ke").record(hit(more));
  const requestId = newId();
  await call("ke").requestConfirmation({ ...step(id, 1, 250), requestId });
  return { id, reference, requestId };
}
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { message: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.message,
  );
const differences = async () => (await stage.owner.query("SELECT * FROM app.total_differences()")).rows;

describe("recording", () => {
  test("issues a reference, counts on the operational day at the point, and once however often it is sent", async () => {
    const sent = hit({ detectedAt: new Date("2026-11-19T03:30:00Z"), note: "Second bag checked" });
    const first = await call("ke").record(sent);
    expect(first).toEqual({ id: sent.id, reference: expect.stringMatching(/^KE-\d{4}$/) });
    expect(await call("ke").record(sent)).toEqual(first);
    // 06:30 in Nairobi lies before the day's start at 07:00.
    expect(await call("ke").get({ id: sent.id })).toMatchObject({
      localDate: "2026-11-18",
      state: "recorded",
    });
    const { rows } = await stage.owner.query(
      "SELECT count(*)::int AS n FROM audit_event WHERE entity_id = $1",
      [sent.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("counts once what two tabs send at the same moment, and lets one of two replies through", async () => {
    const sent = hit();
    const both = await Promise.all([call("ke").record(sent), call("ke").record(sent)]);
    expect(both[0]).toEqual(both[1]);
    const { id } = await asked();
    const replies = [call("ke"), call("keTwo")].map((one) =>
      refusal(one.recordReply({ ...step(id, 2), answer: "confirmed" })),
    );
    const said = await Promise.all(replies);
    expect(said.filter((one) => one === "done")).toHaveLength(1);
    expect(await differences()).toEqual([]);
  });

  test("takes a step sent twice once, and never drops another answer under its id in silence", async () => {
    const { id } = await asked();
    const reply = { ...step(id, 2), answer: "confirmed" as const };
    await call("ke").recordReply(reply);
    expect(await call("ke").recordReply(reply)).toEqual({ id });
    const other = { ...reply, answer: "not_confirmed" as const, reason: "stale_record" as const };
    expect(await refusal(call("ke").recordReply(other))).toBe("id.not_usable");
  });

  test("refuses an id that someone else used, a post of another country, and a time to come", async () => {
    const sent = hit();
    await call("ke").record(sent);
    const rwPost = planted.points.find((point) => point.country === "RW")!.deploymentId;
    expect(await refusal(call("keTwo").record(sent))).toBe("id.not_usable");
    expect(await refusal(call("ke").record({ ...sent, database: "smv" }))).toBe("id.not_usable");
    expect(await refusal(call("rw").record({ ...sent, deploymentId: rwPost }))).toBe("id.not_usable");
    expect(await refusal(call("rw").record(hit()))).toBe("not_found");
    expect(await refusal(call("ke").record(hit({ detectedAt: before(-60) })))).toBe("match.in_the_future");
  });

  test("says that a further hit is on the same traveller", async () => {
    const first = await call("ke").record(hit());
    const second = await call("ke").record(hit({ database: "nominals", sameTravellerAs: first.id }));
    expect((await call("ke").get({ id: first.id })).siblings).toMatchObject([
      { reference: second.reference },
    ]);
    expect(await refusal(call("rw").recent({ deploymentId: hit().deploymentId }))).toBe("not_found");
  });

  test("offers the posts of one's own country only", async () => {
    const posts = await call("ke").posts({});
    expect(posts.map((post) => post.countryCode)).toEqual(["KE"]);
    expect(await call("dk").posts({})).toEqual([]);
    expect(await call("ke").posts({ exercise: true })).toEqual([]);
  });
});

describe("the asking country", () => {
  test("enters the reply that came over I-24/7, with its date, and both chains keep it", async () => {
    const { id, requestId } = await asked();
    expect(await refusal(call("ke").recordReply({ ...step(id, 2, 260), answer: "confirmed" }))).toBe(
      "match.before_previous_step",
    );
    const reply = { ...step(id, 2, 100), answer: "confirmed" as const };
    await call("ke").recordReply(reply);
    await call("ke").recordReply(reply);
    const story = await call("ke").get({ id });
    expect(story).toMatchObject({ state: "confirmed", confirmed: true, answeredAt: before(100), version: 3 });
    expect(story.confirmationRequest).toMatchObject({ answer: "confirmed", answerChannel: "i247" });
    const { rows } = await stage.owner.query("SELECT chain FROM audit_event WHERE entity_id = $1", [
      requestId,
    ]);
    expect(rows).toEqual([{ chain: "DK" }]);
    expect(
      await refusal(
        call("ke").recordReply({ ...step(id, 3), answer: "not_confirmed", reason: "data_error" }),
      ),
    ).toBe("match.already_answered");
  });

  test("reopens on a late reply, closes again, and the totals follow", async () => {
    const { id } = await asked();
    await call("ke").markNoReply(step(id, 2));
    await call("ke").close({ ...step(id, 3, 150), reason: "no_reply" });
    await call("ke").recordReply({ ...step(id, 4, 20), answer: "confirmed" });
    const story = await call("ke").get({ id });
    expect(story.events.map((event) => event.step)).toEqual([
      "confirmation_requested",
      "no_reply",
      "closed",
      "reopened",
      "confirmed",
      "recorded",
    ]);
    await call("ke").close({ ...step(id, 5, 10), reason: "follow_up_done" });
    expect(await call("ke").get({ id })).toMatchObject({ state: "closed", confirmed: true, awaited: null });
    expect(await differences()).toEqual([]);
  });

  test("asks an organisation without a request row, and checks its own documents at home", async () => {
    const un = await asked({ issuer: "UNO" });
    expect((await call("ke").get({ id: un.id })).confirmationRequest).toBeNull();
    await call("ke").recordReply({ ...step(un.id, 2), answer: "not_confirmed", reason: "stale_record" });
    const { id } = await call("ke").record(hit({ issuer: "KEN" }));
    expect(await refusal(call("ke").requestConfirmation({ ...step(id, 1), requestId: newId() }))).toBe(
      "match.own_document",
    );
    await call("ke").confirmNationally({ ...step(id, 1), channel: "other", answer: "confirmed" });
    expect(await call("ke").get({ id })).toMatchObject({ state: "confirmed_nationally", confirmed: true });
  });

  test("is told when someone changed the match meanwhile, and what was asked stays", async () => {
    const sent = hit();
    const { id } = await call("ke").record(sent);
    await call("ke").recordFinding({ ...step(id, 1, 290), finding: "impostor" });
    expect(await refusal(call("keTwo").inspect(step(id, 1)))).toBe("version.changed");
    const { deploymentId: _, detectedAt: __, ...described } = sent;
    const amended = {
      ...described,
      version: 2,
      finding: "impostor" as const,
      routeOrigin: "AE",
      channel: "mobile" as const,
    };
    await call("ke").amend(amended);
    await call("ke").requestConfirmation({ ...step(id, 3), requestId: newId() });
    expect(await refusal(call("ke").amend({ ...amended, version: 4, issuer: "SWE" }))).toBe(
      "match.request_is_out",
    );
    await call("ke").amend({ ...amended, version: 4, routeDestination: "GB" });
  });
});

describe("the asked country", () => {
  test("sees the request alone, in neither list nor story of matches, and answers once", async () => {
    const { id, reference, requestId } = await asked();
    const mine = async () => (await call("dk").confirmations({})).rows.filter((row) => row.id === requestId);
    expect(await mine()).toEqual([
      {
        id: requestId,
        reference,
        askingCountry: "KE",
        askedCountry: "DK",
        exercise: false,
        database: "sltd",
        documentType: "passport",
        recordStatus: "lost",
        noticeColour: null,
        askedAt: before(250),
        answer: null,
        answerReason: null,
        answeredAt: null,
        answerChannel: null,
      },
    ]);
    expect((await call("dk").list({ queue: "all" })).total).toBe(0);
    expect(await refusal(call("dk").get({ id }))).toBe("not_found");
    const waiting = await call("dk").countConfirmations({});
    const answer = {
      id: requestId,
      eventId: newId(),
      answer: "not_confirmed" as const,
      reason: "own_document" as const,
    };
    expect(await refusal(call("rw").answerConfirmation(answer))).toBe("not_found");
    expect(await refusal(call("ke").answerConfirmation(answer))).toBe("not_found");
    expect(await refusal(call("dk").answerConfirmation({ ...answer, reason: null }))).toBe(
      "confirmation.reason_needed",
    );
    await call("dk").answerConfirmation(answer);
    await call("dk").answerConfirmation(answer);
    expect(await refusal(call("dkTwo").answerConfirmation(answer))).toBe("confirmation.already_answered");
    expect(
      await refusal(call("dk").answerConfirmation({ ...answer, answer: "confirmed", reason: null })),
    ).toBe("confirmation.already_answered");
    expect(await call("dk").countConfirmations({})).toBe(waiting - 1);
    expect((await call("dk").confirmations({ answered: true })).rows).toContainEqual(
      expect.objectContaining({ id: requestId, answer: "not_confirmed", answerReason: "own_document" }),
    );
    const story = await call("ke").get({ id });
    expect(story).toMatchObject({
      state: "not_confirmed",
      notConfirmedReason: "own_document",
      answeredAt: NOW,
    });
    expect(story.events.find((event) => event.step === "not_confirmed")).toMatchObject({
      channel: "muster",
      mine: false,
    });
    const { rows } = await stage.owner.query(
      "SELECT chain, operation_id IS NULL AS bare FROM audit_event WHERE action IN ('confirmation.answered', 'match.not_confirmed') AND actor_id = $1 ORDER BY chain",
      [people.dk.id],
    );
    expect(rows).toEqual([
      { chain: "DK", bare: true },
      { chain: "KE", bare: false },
    ]);
    expect(await differences()).toEqual([]);
  });

  test("cannot take back what the asking country entered, and a voided test record stays void", async () => {
    const first = await asked();
    await call("ke").recordReply({ ...step(first.id, 2), answer: "confirmed" });
    const answer = { eventId: newId(), answer: "confirmed" as const };
    expect(await refusal(call("dk").answerConfirmation({ ...answer, id: first.requestId }))).toBe(
      "confirmation.already_answered",
    );
    const test = await asked();
    await call("ke").close({ ...step(test.id, 2), reason: "test_record_voided" });
    await call("dk").answerConfirmation({ ...answer, id: test.requestId });
    expect(await call("ke").get({ id: test.id })).toMatchObject({
      state: "closed",
      closedReason: "test_record_voided",
    });
    expect(await differences()).toEqual([]);
  });
});

describe("review", () => {
  test("asks, is answered, and validates with four eyes; the match goes on through its steps", async () => {
    const { id } = await call("ke").record(hit());
    const query = { id, version: 1, remarkId: newId(), text: "Which lane?" };
    await call("reviewer").query(query);
    await call("reviewer").query(query);
    expect(await call("ke").get({ id })).toMatchObject({
      review: "queried",
      version: 2,
      remarks: [{ text: "Which lane?" }],
    });
    const asked = () => people.ke.at(NOW).returns.queries({ exercise: false });
    expect(await asked()).toMatchObject([{ text: "Which lane?", match: { id } }]);
    expect(await people.rw.at(NOW).returns.queries({ exercise: false })).toEqual([]);
    expect(await refusal(call("reviewer").query({ ...query, text: "Which desk?" }))).toBe("id.not_usable");
    const answer = { id, version: 2, remarkId: newId(), text: "Lane 4" };
    const answered = await call("ke").answerQuery(answer);
    expect(answered).toEqual({ id, receipt: answer.remarkId.slice(-4).toUpperCase() });
    expect(await call("ke").answerQuery(answer)).toEqual(answered);
    expect(await refusal(call("ke").validate({ id, version: 3 }))).toBe("access.forbidden");
    const both = await stage.as("reviewer", { countries: ["KE"], id: people.ke.id });
    expect(await refusal(both.at(NOW).matches.validate({ id, version: 3 }))).toBe("row.four_eyes");
    await call("reviewer").validate({ id, version: 3 });
    expect(await asked()).toEqual([]);
    await call("ke").inspect(step(id, 4));
    expect(await refusal(call("ke").recordFinding({ ...step(id, 5), finding: "altered" }))).toBe(
      "row.validated_is_fixed",
    );
    expect(await differences()).toEqual([]);
  });
});

describe("everyone else", () => {
  test("finds nothing, whatever they ask", async () => {
    const { id } = await call("ke").record(hit());
    const rw = call("rw");
    const { deploymentId: _, detectedAt: __, ...described } = hit();
    const attempts = [
      rw.get({ id }),
      rw.inspect(step(id, 1)),
      rw.recordFinding({ ...step(id, 1), finding: "none" }),
      rw.requestConfirmation({ ...step(id, 1), requestId: newId() }),
      rw.recordReply({ ...step(id, 1), answer: "confirmed" }),
      rw.confirmNationally({ ...step(id, 1), answer: "confirmed" }),
      rw.markNoReply(step(id, 1)),
      rw.close({ ...step(id, 1), reason: "no_finding" }),
      rw.amend({ ...described, id, version: 1 }),
      rw.answerQuery({ id, version: 1, remarkId: newId(), text: "no" }),
    ];
    expect(new Set(await Promise.all(attempts.map(refusal)))).toEqual(new Set(["not_found"]));
    expect(await refusal(call("leadership").list({}))).toBe("access.forbidden");
    expect((await call("rw").list({ queue: "all" })).total).toBe(0);
  });

  test("at headquarters reads all, sorted and paged, and records nothing", async () => {
    const page = await call("manager").list({
      queue: "all",
      operation: planted.slug,
      sort: "-detectedAt",
      size: 25,
    });
    expect(page.total).toBeGreaterThan(8);
    expect(page.rows.map((row) => row.detectedAt.getTime())).toEqual(
      page.rows.map((row) => row.detectedAt.getTime()).toSorted((a, b) => b - a),
    );
    expect(
      (await call("manager").list({ queue: "reply" })).rows.every((row) => row.awaited === "reply"),
    ).toBe(true);
    expect(await refusal(call("manager").record(hit()))).toBe("access.forbidden");
    const awaited = await call("ke").awaited({});
    expect(awaited.rows.length).toBeGreaterThan(0);
    expect((await call("manager").list({ queue: "all", exercise: true })).total).toBe(0);
  });
});

test("the ten thousandth match of a country has a reference of its own", async () => {
  await stage.owner.query("UPDATE match_counter SET last = 9999 WHERE country_code = 'KE'");
  const numbers = [await call("ke").record(hit()), await call("ke").record(hit())];
  expect(numbers.map(({ reference }) => reference)).toEqual(["KE-10000", "KE-10001"]);
});
