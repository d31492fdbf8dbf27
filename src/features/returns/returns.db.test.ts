import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { addDays } from "#lib/period.ts";
import { localDateOf } from "#lib/zone.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
let people: Awaited<ReturnType<typeof enter>>;
let next = 0;

async function enter() {
  return {
    ke: await stage.as("liaison", { countries: ["KE"] }),
    rw: await stage.as("liaison", { countries: ["RW"] }),
    ocu: await stage.as("liaison", { operations: [planted.id] }),
    reviewerKe: await stage.as("reviewer", { countries: ["KE"] }),
    headquarters: await stage.as("reviewer"),
    leadership: await stage.as("leadership"),
  };
}

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  planted = await plantOperation(stage.owner, { daysAgo: 40 });
  people = await enter();
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const ke = () => planted.points.find((point) => point.country === "KE")!;
/** A day of its own for every test, so that none leans on another. */
const freshDay = () => addDays(localDateOf(new Date(), "Africa/Nairobi"), -2 - (next += 1));
const line = (count: number, more: object = {}) =>
  ({ id: newId(), database: "sltd", unit: "documents", count, basis: "national_log", ...more }) as const;
const checks = (matchesStated: number, ...lines: ReturnType<typeof line>[]) =>
  ({ kind: "checks", matchesStated, lines: lines.length > 0 ? lines : [line(100)] }) as const;
const aReturn = (localDate = freshDay()) => ({
  id: newId(),
  deploymentId: ke().deploymentId,
  localDate,
  content: checks(0),
});

async function total(localDate: string, validated: boolean): Promise<number> {
  const { rows } = await stage.owner.query<{ total: string }>(
    "SELECT total FROM daily_total WHERE operation_id = $1 AND local_date = $2 AND validated = $3 AND measure = 'checks'",
    [planted.id, localDate, validated],
  );
  return rows.reduce((sum, row) => sum + Number(row.total), 0);
}
async function kept(id: string) {
  let row: unknown;
  await plant(stage.owner, async (client) => {
    const { rows } = await client.query(
      "SELECT review, validated_on_behalf AS on_behalf FROM daily_return WHERE id = $1",
      [id],
    );
    row = rows[0];
  });
  return row;
}
async function expectTotalsToAgree() {
  const { rows } = await stage.owner.query("SELECT * FROM app.total_differences()");
  expect(rows).toEqual([]);
}
const reason = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing was refused",
    (error: { cause?: { reason?: string } }) => error.cause?.reason ?? error,
  );

describe("filing", () => {
  test("a return counts as preliminary at once, and the receipt is the end of its id", async () => {
    const sent = aReturn();
    const filed = await people.ke.call.returns.file(sent);
    expect(filed).toEqual({ id: sent.id, receipt: sent.id.slice(-4).toUpperCase() });
    expect(await total(sent.localDate, false)).toBe(100);
    expect(await total(sent.localDate, true)).toBe(0);
    await expectTotalsToAgree();
  });

  test("sent twice, also at the same moment, it has the effect of once", async () => {
    const sent = aReturn();
    const answers = await Promise.all([people.ke.call.returns.file(sent), people.ke.call.returns.file(sent)]);
    expect(answers[0]).toEqual(answers[1]);
    await people.ke.call.returns.file(sent);
    expect(await total(sent.localDate, false)).toBe(100);
    const { rows } = await stage.owner.query("SELECT 1 FROM audit_event WHERE entity_id = $1", [sent.id]);
    expect(rows).toHaveLength(1);
  });

  test("the same id with another content, or from someone else, is not usable", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    expect(await reason(people.ke.call.returns.file({ ...sent, content: checks(3) }))).toBe("id.not_usable");
    const rw = planted.points.find((point) => point.country === "RW")!;
    const theirs = { ...sent, deploymentId: rw.deploymentId, content: checks(0) };
    expect(await reason(people.rw.call.returns.file(theirs))).toBe("id.not_usable");
  });

  test("a second return of the day is refused and names the first", async () => {
    const first = aReturn();
    await people.ke.call.returns.file(first);
    const second = people.ke.call.returns.file({ ...aReturn(first.localDate) });
    expect(await reason(second)).toBe("return.already_filed");
    await expect(second).rejects.toMatchObject({ cause: { values: { returnId: first.id } } });
  });

  test("a point of another country is not found", async () => {
    expect(await reason(people.rw.call.returns.file(aReturn()))).toBe("not_found");
    expect(await reason(people.reviewerKe.call.returns.file(aReturn()))).toBe("access.forbidden");
  });

  test("no checks has a reason and no lines; checks have lines", async () => {
    const noChecks = { ...aReturn(), content: { kind: "no_checks", reason: "system_down" } as const };
    await people.ke.call.returns.file(noChecks);
    expect(await total(noChecks.localDate, false)).toBe(0);
    const withLines = { ...aReturn(), content: { ...noChecks.content, lines: [line(5)] } };
    await expect(people.ke.call.returns.file(withLines)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const empty = { ...aReturn(), content: { kind: "checks" as const, matchesStated: 0, lines: [] } };
    await expect(people.ke.call.returns.file(empty)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("a day not begun, or before returns are expected, is refused; today's is interim", async () => {
    const today = localDateOf(new Date(), "Africa/Nairobi");
    expect(await reason(people.ke.call.returns.file(aReturn(addDays(today, 1))))).toBe(
      "return.day_not_begun",
    );
    expect(await reason(people.ke.call.returns.file(aReturn(addDays(today, -41))))).toBe(
      "return.day_not_expected",
    );
    const sent = aReturn(today);
    await people.ke.call.returns.file(sent);
    expect(await reason(people.reviewerKe.call.returns.validate(day(sent)))).toBe("return.day_not_over");
  });

  test("two bases of one day stand side by side and only one counts", async () => {
    const sent = { ...aReturn(), content: checks(0, line(100), line(104, { basis: "server_log" })) };
    await people.ke.call.returns.file(sent);
    expect(await total(sent.localDate, false)).toBe(100);
  });

  test("whoever files for every country says for whom", async () => {
    expect(await reason(people.ocu.call.returns.file(aReturn()))).toBe("return.on_behalf_needed");
    await people.ocu.call.returns.file({
      ...aReturn(),
      onBehalf: "by coordination, from NCB Nairobi, by phone",
    });
  });
});

const day = ({ id, deploymentId, localDate }: { id: string; deploymentId: string; localDate: string }) => ({
  deploymentId,
  localDate,
  returnId: id,
});

describe("validating", () => {
  test("the reviewer of the country moves the total from preliminary to validated", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    expect(await people.reviewerKe.call.returns.validate(day(sent))).toMatchObject({ return: true });
    expect([await total(sent.localDate, false), await total(sent.localDate, true)]).toEqual([0, 100]);
    expect(await kept(sent.id)).toEqual({ review: "validated", on_behalf: false });
    expect(await people.reviewerKe.call.returns.validate(day(sent))).toMatchObject({ return: false });
    await expectTotalsToAgree();
  });

  test("headquarters validates on behalf, and is named as such", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    await people.headquarters.call.returns.validate(day(sent));
    expect(await kept(sent.id)).toEqual({ review: "validated", on_behalf: true });
  });

  test("nobody validates what they filed themselves", async () => {
    const both = await stage.as("liaison", { countries: ["KE"] });
    await stage.as("reviewer", { countries: ["KE"], id: both.id });
    const sent = aReturn();
    await both.call.returns.file(sent);
    expect(await reason(both.call.returns.validate(day(sent)))).toBe("row.four_eyes");
  });

  test("queried lines wait while the others are validated; answered, they are validated too", async () => {
    const [good, doubtful] = [line(100), line(9000, { database: "nominals", unit: "searches" })];
    const sent = { ...aReturn(), content: checks(0, good, doubtful) };
    await people.ke.call.returns.file(sent);
    const remark = { id: newId(), lineId: doubtful.id, text: "Ten times the usual. Is it exact?" };
    const query = { returnId: sent.id, remarks: [remark] };
    await people.reviewerKe.call.returns.query(query);
    await people.reviewerKe.call.returns.query(query);
    await people.reviewerKe.call.returns.validate(day(sent));
    expect([await total(sent.localDate, false), await total(sent.localDate, true)]).toEqual([9000, 100]);
    await people.ke.call.returns.answer({
      id: newId(),
      remarkId: remark.id,
      text: "Exact: two charter flights.",
    });
    await people.reviewerKe.call.returns.validate(day(sent));
    expect([await total(sent.localDate, false), await total(sent.localDate, true)]).toEqual([0, 9100]);
    expect(await kept(sent.id)).toEqual({ review: "validated", on_behalf: false });
    await expectTotalsToAgree();
  });

  test("a question on the return as a whole holds up all of it", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    await people.reviewerKe.call.returns.query({
      returnId: sent.id,
      remarks: [{ id: newId(), text: "Was the night shift included?" }],
    });
    expect(await people.reviewerKe.call.returns.validate(day(sent))).toMatchObject({ return: false });
    expect(await total(sent.localDate, true)).toBe(0);
  });

  test("another country's reviewer and a liaison cannot", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    const reviewerRw = await stage.as("reviewer", { countries: ["RW"] });
    expect(await reason(reviewerRw.call.returns.validate(day(sent)))).toBe("not_found");
    expect(await reason(people.ke.call.returns.validate(day(sent)))).toBe("access.forbidden");
  });
});

describe("correcting", () => {
  test("a validated return is superseded with a reason and waits for the reviewer again", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    await people.reviewerKe.call.returns.validate(day(sent));
    const better = {
      id: newId(),
      supersedesId: sent.id,
      reason: "Second shift left out",
      content: checks(0, line(130)),
    };
    const [first, again] = await Promise.all([
      people.ke.call.returns.supersede(better),
      people.ke.call.returns.supersede(better),
    ]);
    expect(first).toEqual(again);
    expect([await total(sent.localDate, false), await total(sent.localDate, true)]).toEqual([130, 0]);
    expect(await reason(people.reviewerKe.call.returns.validate(day(sent)))).toBe("return.superseded");
    const late = { ...better, id: newId(), content: checks(0, line(1)) };
    expect(await reason(people.ke.call.returns.supersede(late))).toBe("return.superseded");
    expect(await reason(people.rw.call.returns.supersede(late))).toBe("not_found");
    await expectTotalsToAgree();
  });

  test("a correction without a reason is refused", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    const bare = { id: newId(), supersedesId: sent.id, reason: "  ", content: checks(0) };
    await expect(people.ke.call.returns.supersede(bare)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("reading", () => {
  test("the form opens with the point's databases, the running total and what is usual", async () => {
    const localDate = freshDay();
    const form = await people.ke.call.returns.form({ deploymentId: ke().deploymentId, localDate });
    const sltd = form.lines.find((row) => row.database === "sltd")!;
    expect(form.lines.map((row) => row.database)).toEqual(["sltd", "nominals"]);
    expect(sltd).toMatchObject({ unit: "documents", basis: "national_log" });
    const { rows } = await stage.owner.query<{ n: string }>(
      "SELECT sum(total) AS n FROM daily_total WHERE operation_id = $1 AND country_code = 'KE' AND database = 'sltd'",
      [planted.id],
    );
    expect(sltd.total).toBe(Number(rows[0]!.n));
    const refused = people.rw.call.returns.form({ deploymentId: ke().deploymentId, localDate });
    expect(await reason(refused)).toBe("not_found");
  });

  test("missing days are owed by the country alone, earliest first, and listed as missing", async () => {
    const owed = await people.ke.call.returns.owed();
    expect(owed.map((row) => row.countryCode)).toEqual(["KE"]);
    expect(owed[0]!.missing).toEqual(owed[0]!.missing.toSorted());
    const missing = await people.reviewerKe.call.returns.list({ state: "missing" });
    expect(missing.total).toBe(owed[0]!.missing.length);
    expect(missing.rows[0]).toMatchObject({ state: "missing", returnId: null, header: null });
  });

  test("the tabs add up and the filter by state, country and period is the server's", async () => {
    const all = await people.headquarters.call.returns.list({ state: "all", size: 100 });
    const { missing, submitted, queried, validated } = all.counts;
    expect(missing! + submitted! + queried! + validated!).toBe(all.total);
    const one = await people.headquarters.call.returns.list({ state: "all", country: "RW" });
    expect(new Set(one.rows.map((row) => row.countryCode))).toEqual(new Set(["RW"]));
    const day = all.rows.find((row) => row.returnId !== null)!.localDate;
    const narrow = await people.headquarters.call.returns.list({ state: "all", from: day, to: day });
    expect(narrow.rows.every((row) => row.localDate === day)).toBe(true);
    expect((await people.headquarters.call.returns.list({ exercise: true, state: "all" })).total).toBe(0);
  });

  test("leadership reads headers with the matches a point states, which are cases and not people, and never the return itself", async () => {
    const sent = { ...aReturn(), content: checks(2) };
    await people.ke.call.returns.file(sent);
    const list = await people.leadership.call.returns.list({
      state: "submitted",
      from: sent.localDate,
      to: sent.localDate,
    });
    const header = list.rows.find((row) => row.returnId === sent.id)!.header!;
    expect(header.matches).toBe(2);
    expect(header).not.toHaveProperty("note");
    expect(await reason(people.leadership.call.returns.get({ id: sent.id }))).toBe("access.forbidden");
    expect(await reason(people.rw.call.returns.get({ id: sent.id }))).toBe("not_found");
  });

  test("a query is on the liaison's list until it is answered", async () => {
    const sent = aReturn();
    await people.ke.call.returns.file(sent);
    const remark = { id: newId(), lineId: sent.content.lines[0]!.id, text: "Exact?" };
    await people.reviewerKe.call.returns.query({ returnId: sent.id, remarks: [remark] });
    const mine = await people.ke.call.returns.queries();
    expect(mine.find((row) => row.id === remark.id)).toMatchObject({
      text: "Exact?",
      localDate: sent.localDate,
    });
    expect(await people.rw.call.returns.queries()).toEqual([]);
    const shown = await people.ke.call.returns.get({ id: sent.id });
    expect(shown.lines[0]!.remarks).toMatchObject([{ text: "Exact?", mine: false, resolvedAt: null }]);
    const answer = { id: newId(), remarkId: remark.id, text: "Yes." };
    const sentOnce = await people.ke.call.returns.answer(answer);
    expect(sentOnce).toEqual({ id: answer.id, receipt: answer.id.slice(-4).toUpperCase() });
    expect(await people.ke.call.returns.answer(answer)).toEqual(sentOnce);
    const late = people.ke.call.returns.answer({ ...answer, id: newId(), text: "No." });
    await expect(late).rejects.toMatchObject({ cause: { reason: "return.remark_answered" } });
    expect((await people.ke.call.returns.queries()).find((row) => row.id === remark.id)).toBeUndefined();
  });
});
