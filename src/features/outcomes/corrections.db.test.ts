import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
type Person = Awaited<ReturnType<typeof stage.as>>;
let people: Record<"ke" | "ke2" | "rw" | "reviewer" | "reviewerRw" | "hq" | "manager" | "leadership", Person>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  const of = (role: Parameters<typeof stage.as>[0], countries?: string[]) =>
    stage.as(role, countries ? { countries } : {});
  people = {
    ke: await of("liaison", ["KE"]),
    ke2: await of("liaison", ["KE"]),
    rw: await of("liaison", ["RW"]),
    reviewer: await of("reviewer", ["KE"]),
    reviewerRw: await of("reviewer", ["RW"]),
    hq: await of("reviewer"),
    manager: await of("programme_manager"),
    leadership: await of("leadership"),
  };
});
beforeEach(async () => {
  planted = await plantOperation(stage.owner, { today: NOW });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const as = (who: keyof typeof people) => people[who].at(NOW).outcomes;
const post = () => planted.points.find((point) => point.country === "KE")!;
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { message: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.message,
  );
const place = () => ({
  operationId: planted.id,
  countryCode: "KE",
  borderPointId: post().id as string | null,
  localDate: "2026-11-19",
});
async function anArrest(more: object = {}): Promise<string> {
  const id = newId();
  await as("ke").recordArrest({ id, ...place(), count: 3, offence: "document_fraud", ...more });
  return id;
}
const correction = (supersedesId: string, more: object = {}) => ({
  id: newId(),
  supersedesId,
  version: 1,
  reason: "Counted twice",
  borderPointId: post().id,
  localDate: "2026-11-18",
  count: 2,
  offence: "document_fraud" as const,
  ...more,
});
async function totals(measure: string) {
  const { rows } = await stage.owner.query<{ said: string }>(
    `SELECT local_date || ' ' || CASE WHEN validated THEN 'validated' ELSE 'preliminary' END || ' ' || trim_scale(sum(total)) AS said
     FROM daily_total WHERE operation_id = $1 AND measure = $2::measure GROUP BY local_date, validated HAVING sum(total) <> 0 ORDER BY 1`,
    [planted.id, measure],
  );
  return rows.map((row) => row.said);
}
const differences = async () => (await stage.owner.query("SELECT * FROM app.total_differences()")).rows;

describe("a correction", () => {
  test("is a new version with a reason; totals follow it, both stay readable, and once sent it counts once", async () => {
    const id = await anArrest();
    const input = correction(id);
    await as("ke").correctArrest(input);
    await as("ke").correctArrest(input);
    expect(await totals("arrests")).toEqual(["2026-11-18 preliminary 2"]);
    expect(await differences()).toEqual([]);
    const result = await as("reviewer").get({ kind: "arrest", id });
    expect(result).toMatchObject({ amount: 3, successorId: input.id });
    expect(result.versions.map(({ amount, reason, localDate }) => [amount, reason, localDate])).toEqual([
      [3, null, "2026-11-19"],
      [2, "Counted twice", "2026-11-18"],
    ]);
    expect((await as("ke").list({ kind: "arrest", operation: planted.slug })).rows).toMatchObject([
      { id: input.id, amount: 2, mine: true },
    ]);
    expect(await refusal(as("ke").correctArrest({ ...input, count: 9 }))).toBe("id.not_usable");
  });

  test("of what somebody changed meanwhile is refused and loses neither version", async () => {
    const id = await anArrest();
    await as("ke").correctArrest(correction(id));
    expect(await refusal(as("ke2").correctArrest(correction(id, { count: 5 })))).toBe(
      "result.changed_meanwhile",
    );
    const { versions } = await as("ke2").get({ kind: "arrest", id });
    const stands = versions.find(({ supersededAt }) => supersededAt === null)!;
    expect(stands).toMatchObject({ amount: 2, mine: false });
    const again = correction(stands.id, { count: 5, version: stands.version });
    expect(await refusal(as("ke2").correctArrest(again))).toBe("done");
    expect(await refusal(as("ke").withdraw({ kind: "arrest", id: stands.id, version: 1, reason: "x" }))).toBe(
      "result.changed_meanwhile",
    );
    expect(await totals("arrests")).toEqual(["2026-11-18 preliminary 5"]);
  });

  test("of a validated row is preliminary again; a withdrawal keeps the reason and counts no more", async () => {
    const id = await anArrest();
    await as("reviewer").validate({ results: [{ kind: "arrest", id, version: 1 }] });
    expect(await totals("arrests")).toEqual(["2026-11-19 validated 3"]);
    const input = correction(id, { version: 2 });
    await as("ke").correctArrest(input);
    expect(await totals("arrests")).toEqual(["2026-11-18 preliminary 2"]);
    await as("reviewer").validate({ results: [{ kind: "arrest", id: input.id, version: 1 }] });
    await as("ke").withdraw({ kind: "arrest", id: input.id, version: 2, reason: "Never\nhappened" });
    expect(await totals("arrests")).toEqual([]);
    expect(await differences()).toEqual([]);
    const gone = await as("ke").list({ kind: "arrest", review: "withdrawn", operation: planted.slug });
    expect(gone.rows).toMatchObject([{ id: input.id, reason: "Counted twice\nNever happened" }]);
  });

  test("works for people, seizures and outcomes of a match as well, each in its own total", async () => {
    const [person, seizure, outcome, matchId] = [newId(), newId(), newId(), newId()];
    const people7 = { kind: "migrants_encountered", ageGroup: "adult", sex: "female", count: 7 } as const;
    await as("ke").recordPeople({ id: person, ...place(), ...people7 });
    await as("ke").recordSeizure({ id: seizure, ...place(), commodity: "drugs", quantity: 14.5, unit: "kg" });
    await people.ke.at(NOW).matches.record({
      id: matchId,
      deploymentId: post().deploymentId,
      detectedAt: new Date("2026-11-19T08:00:00Z"),
      database: "sltd",
      issuer: "DNK",
    });
    const at = new Date("2026-11-19T09:00:00Z");
    await as("ke").record({ id: outcome, eventId: newId(), matchId, kind: "entry_denied", at });
    const base = { version: 1, reason: "Wrong", borderPointId: null, localDate: "2026-11-19" };
    await as("ke").correctPeople({ ...base, id: newId(), supersedesId: person, ...people7, count: 6 });
    await as("ke").correctSeizure({
      ...base,
      id: newId(),
      supersedesId: seizure,
      commodity: "drugs",
      quantity: 1.125,
      unit: "kg",
    });
    const { borderPointId: _b, localDate: _l, ...said } = base;
    await as("ke").correctOutcome({
      ...said,
      id: newId(),
      supersedesId: outcome,
      kind: "document_seized",
      at,
    });
    expect(await totals("migrants_encountered")).toEqual(["2026-11-19 preliminary 6"]);
    expect(await totals("seizures")).toEqual(["2026-11-19 preliminary 1.125"]);
    expect([await totals("entries_denied"), await totals("documents_seized")]).toEqual([
      [],
      ["2026-11-19 preliminary 1"],
    ]);
    expect((await as("ke").ofMatch({ matchId })).outcomes).toMatchObject([{ kind: "document_seized" }]);
    expect(await differences()).toEqual([]);
  });
});

describe("the reviewer of the country", () => {
  test("validates what has no border point too, never their own, and headquarters only on behalf, named", async () => {
    const [first, second] = [
      await anArrest({ borderPointId: null }),
      await anArrest({ borderPointId: null }),
    ];
    const one = { results: [{ kind: "arrest" as const, id: first, version: 1 }] };
    for (const who of ["rw", "ke", "manager", "leadership"] as const)
      expect(await refusal(as(who).validate(one))).toBe("access.forbidden");
    expect(await refusal(as("reviewerRw").validate(one))).toBe("not_found");
    expect(await as("reviewer").validate(one)).toEqual({ validated: 1 });
    expect(await as("reviewer").validate(one)).toEqual({ validated: 0 });
    await as("hq").validate({ results: [{ kind: "arrest", id: second, version: 1 }] });
    expect((await as("ke").get({ kind: "arrest", id: first })).validatedOnBehalf).toBe(false);
    expect((await as("ke").get({ kind: "arrest", id: second })).validatedOnBehalf).toBe(true);
    const twice = await stage.as("liaison", { countries: ["KE"] });
    await stage.as("reviewer", { id: twice.id, countries: ["KE"] });
    const own = newId();
    await twice.at(NOW).outcomes.recordArrest({ id: own, ...place(), count: 1, offence: "drugs" });
    const mine = { results: [{ kind: "arrest" as const, id: own, version: 1 }] };
    expect(await refusal(twice.at(NOW).outcomes.validate(mine))).toBe("row.four_eyes");
    await as("reviewer").validate(mine);
    expect(await totals("arrests")).toEqual(["2026-11-19 validated 7"]);
  });

  test("asks back; the row waits for the answer, is validated after it, and both are kept", async () => {
    const id = await anArrest();
    const question = { kind: "arrest" as const, id, version: 1, remarkId: newId(), text: "At which gate?" };
    await as("reviewer").query(question);
    await as("reviewer").query(question);
    const validate = (version: number) =>
      as("reviewer").validate({ results: [{ kind: "arrest", id, version }] });
    expect(await refusal(validate(2))).toBe("result.still_queried");
    expect(await refusal(as("rw").answer({ ...question, version: 2, remarkId: newId(), text: "No" }))).toBe(
      "not_found",
    );
    const answer = { ...question, version: 2, remarkId: newId(), text: "Gate 4" };
    expect(await as("ke").answer(answer)).toEqual({ id, receipt: answer.remarkId.slice(-4).toUpperCase() });
    expect(await as("ke").answer(answer)).toEqual(await as("ke").answer(answer));
    expect(await refusal(validate(2))).toBe("result.changed_meanwhile");
    expect(await validate(3)).toEqual({ validated: 1 });
    const { remarks } = await as("ke").get({ kind: "arrest", id });
    expect(remarks.map(({ text, mine, resolvedAt }) => [text, mine, resolvedAt !== null])).toEqual([
      ["At which gate?", false, true],
      ["Gate 4", true, true],
    ]);
  });
});

describe("later states of the arrested", () => {
  test("are dated, name no more people than were arrested, and hold up a correction to fewer", async () => {
    const id = await anArrest();
    const state = (version: number, more: object = {}) =>
      as("ke").recordStatus({
        id: newId(),
        arrestId: id,
        version,
        state: "charged",
        count: 2,
        onDate: "2026-11-20",
        ...more,
      });
    await state(1);
    expect(await refusal(state(1))).toBe("result.changed_meanwhile");
    expect(await refusal(state(2))).toBe("arrest.more_than_arrested");
    expect(await refusal(state(2, { onDate: "2026-11-18", count: 1 }))).toBe("arrest.status_before_arrest");
    await state(2, { state: "released", count: 3 });
    expect(
      await refusal(
        as("rw").recordStatus({
          id: newId(),
          arrestId: id,
          version: 3,
          state: "charged",
          count: 1,
          onDate: "2026-11-20",
        }),
      ),
    ).toBe("not_found");
    expect(await refusal(as("ke").correctArrest(correction(id, { version: 3 })))).toBe(
      "arrest.fewer_than_statuses",
    );
    const { statuses } = await as("ke").get({ kind: "arrest", id });
    const released = statuses.find((status) => status.state === "released")!;
    await as("ke").withdrawStatus({ id: released.id, arrestId: id, version: 3, reason: "Wrong file" });
    expect(
      await refusal(
        people.ke
          .at(new Date("2026-11-22T12:00:00Z"))
          .outcomes.correctArrest(correction(id, { version: 4, localDate: "2026-11-21" })),
      ),
    ).toBe("arrest.after_its_statuses");
    const input = correction(id, { version: 4 });
    await as("ke").correctArrest(input);
    const corrected = await as("ke").get({ kind: "arrest", id: input.id });
    expect(
      Object.fromEntries(corrected.statuses.map((status) => [status.state, status.withdrawnAt !== null])),
    ).toEqual({ charged: false, released: true });
    expect(await totals("arrests")).toEqual(["2026-11-18 preliminary 2"]);
  });
});

describe("another country, leadership and observers", () => {
  test("find neither row, list, file nor facet of it", async () => {
    const id = await anArrest({ offence: "terrorism" });
    expect(await refusal(as("rw").get({ kind: "arrest", id }))).toBe("not_found");
    expect(await refusal(as("reviewerRw").get({ kind: "arrest", id }))).toBe("not_found");
    expect(await refusal(as("rw").correctArrest(correction(id)))).toBe("not_found");
    expect(await refusal(as("rw").withdraw({ kind: "arrest", id, version: 1, reason: "x" }))).toBe(
      "not_found",
    );
    expect(await as("rw").list({ kind: "arrest", operation: planted.slug })).toMatchObject({
      rows: [],
      totals: [],
      total: 0,
    });
    expect(JSON.stringify(await as("rw").facets({ kind: "arrest" }))).not.toContain("terrorism");
    const file = await as("rw").export({
      kind: "arrest",
      operation: planted.slug,
      format: "csv",
      locale: "en",
    });
    expect(file.rows).toBe(0);
    for (const who of ["leadership"] as const)
      expect(await refusal(as(who).list({ kind: "arrest" }))).toBe("access.forbidden");
    expect((await as("manager").list({ kind: "arrest", operation: planted.slug })).total).toBe(1);
  });
});

describe("a file of the list", () => {
  test("holds what independent SQL counts, as CSV and as XLSX, with hostile reasons neutralised", async () => {
    const id = await anArrest();
    await as("ke").correctArrest(correction(id, { reason: '=HYPERLINK("http://x";"y")' }));
    await anArrest({ borderPointId: null, offence: "other", count: 4 });
    const filter = { kind: "arrest" as const, operation: planted.slug, sort: "day" as const };
    const rows: { day: string; count: number }[] = [];
    await plant(stage.owner, async (client) => {
      const found = await client.query<{ day: string; count: number }>(
        "SELECT local_date::text AS day, count FROM arrest WHERE operation_id = $1 AND superseded_at IS NULL ORDER BY local_date, recorded_at",
        [planted.id],
      );
      rows.push(...found.rows);
    });
    expect(rows).toHaveLength(2);
    const csv = await as("ke").export({ ...filter, format: "csv", locale: "fr" });
    const lines: string[][] = parse(Buffer.from(csv.base64, "base64"), {
      bom: true,
      relax_column_count: true,
    });
    const head = lines.findIndex(([first]) => first === "Jour local");
    const column = lines[head]!.indexOf("Personnes");
    expect(lines.slice(head + 1).map((line) => [line[0], Number(line[column])])).toEqual(
      rows.map(({ day, count }) => [day, count]),
    );
    expect(lines[0]).toEqual(["Interpellations"]);
    expect(lines.flat().filter((cell) => cell.startsWith("="))).toEqual([]);
    expect(lines.flat()).toContain('\'=HYPERLINK("http://x";"y")');
    expect(lines.map(([label]) => label)).toContain("État au");
    expect(lines.slice(0, head).flat().join(" ")).toContain("TLP:");
    const xlsx = await as("ke").export({ ...filter, format: "xlsx", locale: "en" });
    const sheets = (await readXlsxFile(Buffer.from(xlsx.base64, "base64"))) as unknown as {
      data: unknown[][];
    }[];
    const table = (
      Array.isArray(sheets[0]) ? (sheets as unknown as unknown[][]) : sheets[0]!.data
    ) as unknown[][];
    const top = table.findIndex(([first]) => first === "Local day");
    const people = table[top]!.indexOf("People");
    expect(table.slice(top + 1).map((line) => [line[0], line[people]])).toEqual(
      rows.map(({ day, count }) => [day, count]),
    );
  });

  test("says what it was narrowed by in words also when nothing fits", async () => {
    const nothing = {
      operation: planted.slug,
      from: "2031-01-01",
      format: "csv" as const,
      locale: "en" as const,
    };
    const narrowed = async (file: Promise<{ base64: string; rows: number }>) => {
      const { base64, rows } = await file;
      expect(rows).toBe(0);
      const lines: string[][] = parse(Buffer.from(base64, "base64"), { bom: true, relax_column_count: true });
      return [lines.find(([label]) => label === "Filters")?.[1], lines.flat().includes("TLP:AMBER")];
    };
    const { name } = await people.ke.at(NOW).points.get({ id: post().id });
    expect(await narrowed(as("ke").export({ kind: "seizure", ...nothing, point: post().id }))).toEqual([
      `Operation: Planted; Border point: ${name}`,
      true,
    ]);
    const { matches, returns } = people.ke.at(NOW);
    expect(await narrowed(matches.export({ queue: "all", ...nothing }))).toEqual([
      expect.stringContaining("Operation: Planted"),
      true,
    ]);
    const { operation: _slug, ...days } = nothing;
    expect(
      await narrowed(returns.export({ ...days, operationId: planted.id, state: "all", to: "2031-01-02" })),
    ).toEqual([expect.stringContaining("Operation: Planted"), true]);
    // Of an operation out of reach nothing is told but what was asked.
    const other = await plantOperation(stage.owner, { today: NOW, countries: ["RW"] });
    expect(await narrowed(as("ke").export({ kind: "seizure", ...nothing, operation: other.slug }))).toEqual([
      `Operation: ${other.slug}`,
      false,
    ]);
  });
});
