import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantOperation, type PlantedOperation } from "#testing/factories.ts";
import type { EnterFigure } from "./schema.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let operation: PlantedOperation;
let manager: Awaited<ReturnType<typeof stage.as>>["call"];

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  operation = await plantOperation(stage.owner);
  manager = (await stage.as("programme_manager", { countries: ["KE"] })).call;
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const blank = {
  measure: "arrests" as const,
  unit: "people",
  databases: [],
  label: "arrests",
  value: 40 as number | null,
  low: null,
  high: null,
  qualifier: "exact" as const,
  wording: null,
  certainty: "stated" as const,
  countryCode: null,
  phaseId: null,
  offence: null,
  commodity: null,
  noticeColour: null,
  ageGroup: null,
  sex: null,
  periodFrom: null,
  periodTo: null,
  periodWording: null,
  asOf: null,
  status: "unstated" as const,
  partOfId: null,
  valuation: false,
  note: null,
  sourceId: null,
};
const figure = (more: Partial<EnterFigure> = {}) => ({
  ...blank,
  id: newId(),
  operationId: operation.id,
  figureSetId: null,
  ...more,
});
const refused = (reason: string) => ({ cause: { reason } });
const listed = () => manager.figures.list({ operationId: operation.id });
const find = async (id: string) => (await listed()).figures.find((one) => one.id === id);

describe("a figure entered by hand", () => {
  it("is listed as it was entered, once however often it is sent, and says that it is by hand", async () => {
    const one = figure({
      value: 12.5,
      unit: "kg",
      measure: "seizures",
      commodity: "cocaine",
      periodFrom: "2026-03-01",
    });
    await manager.figures.enter(one);
    await manager.figures.enter(one);
    const { operationId: _, figureSetId: __, ...said } = one;
    expect(await find(one.id)).toMatchObject({ ...said, byHand: true, mine: true, supersedesId: null });
    await expect(manager.figures.enter({ ...one, value: 13 })).rejects.toMatchObject(
      refused("id.not_usable"),
    );
  });

  it("needs its wording where it has no number, and a range in order", async () => {
    const wordless = figure({ value: null, qualifier: "unquantified" });
    await expect(manager.figures.enter(wordless)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await manager.figures.enter({ ...wordless, wording: "several arrests" });
    await expect(manager.figures.enter(figure({ low: 9, high: 3 }))).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await expect(manager.figures.enter(figure({ low: 9 }))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("names only a source, phase or whole of its own operation, and a part has no parts", async () => {
    const other = await plantOperation(stage.owner, { countries: ["KE"] });
    const elsewhere = newId();
    await manager.figures.addSource({
      id: elsewhere,
      operationId: other.id,
      locator: "https://example.org/other",
      title: null,
      publisher: null,
      language: null,
      publishedOn: null,
      tier: "primary",
    });
    await expect(manager.figures.enter(figure({ sourceId: elsewhere }))).rejects.toMatchObject(
      refused("figure.source_elsewhere"),
    );
    const whole = figure();
    const part = figure({ value: 5, partOfId: whole.id });
    await manager.figures.enter(whole);
    await manager.figures.enter(part);
    await expect(manager.figures.enter(figure({ partOfId: part.id }))).rejects.toMatchObject(
      refused("figure.part_of_a_part"),
    );
    await expect(manager.figures.withdraw({ id: whole.id, reason: "typed twice" })).rejects.toMatchObject(
      refused("figure.has_parts"),
    );
  });
});

describe("a revised figure", () => {
  it("takes the place of the earlier one, which stays readable with the reason; its parts follow", async () => {
    const first = figure({ value: 30 });
    const part = figure({ value: 4, partOfId: first.id });
    await manager.figures.enter(first);
    await manager.figures.enter(part);
    const second = {
      ...blank,
      id: newId(),
      supersedesId: first.id,
      value: 31,
      reason: "Corrected by the ministry",
    };
    await manager.figures.revise(second);
    await manager.figures.revise(second);
    expect(await find(first.id)).toBeUndefined();
    expect(await find(second.id)).toMatchObject({ value: 31, supersedesId: first.id, reason: second.reason });
    expect(await find(part.id)).toMatchObject({ partOfId: second.id });
    const earlier = await manager.figures.earlier({ operationId: operation.id });
    expect(earlier.find(({ id }) => id === first.id)).toMatchObject({ value: 30 });
  });

  it("is refused to whoever edited a version that no longer stands, and to whoever changed nothing", async () => {
    const first = figure();
    await manager.figures.enter(first);
    const revision = (value: number) => ({
      ...blank,
      id: newId(),
      supersedesId: first.id,
      value,
      reason: "A later count",
    });
    await expect(manager.figures.revise(revision(40))).rejects.toMatchObject(
      refused("figure.nothing_changed"),
    );
    await manager.figures.revise(revision(41));
    await expect(manager.figures.revise(revision(42))).rejects.toMatchObject(
      refused("figure.changed_meanwhile"),
    );
  });

  it("counts once in the summary, and a withdrawn one not at all", async () => {
    const lone = await plantOperation(stage.owner, { countries: ["KE"], visibility: "published" });
    const sums = async () => {
      const { measures } = await manager.summary.published({ operation: lone.slug });
      return measures.flatMap(({ measure, sums: all, apart }) =>
        [...all.map(({ value }) => value), ...apart.map((one) => one.figure.value)].map((value) => [
          measure,
          value,
        ]),
      );
    };
    const first = figure({ operationId: lone.id, value: 7 });
    await manager.figures.enter(first);
    const second = { ...blank, id: newId(), supersedesId: first.id, value: 8, reason: "A later count" };
    await manager.figures.revise(second);
    expect(await sums()).toEqual([["arrests", 8]]);
    await manager.figures.withdraw({ id: second.id, reason: "Of another operation" });
    expect(await sums()).toEqual([]);
    const earlier = await manager.figures.earlier({ operationId: lone.id });
    expect(earlier.find(({ id }) => id === second.id)?.reason).toBe("A later count · Of another operation");
  });
});

it("keeps every choice of a figure of record with its reason, and the record follows a revision", async () => {
  const [few, many] = [figure({ value: 3 }), figure({ value: 30 })];
  await manager.figures.enter(few);
  await manager.figures.enter(many);
  const id = newId();
  const question = { id, operationId: operation.id, question: "How many arrests?", scope: null };
  await manager.figures.openQuestion({ ...question, figureIds: [few.id] });
  await manager.figures.addClaim({ id, version: 1, figureId: many.id });
  await manager.figures.chooseRecord({
    id,
    version: 2,
    figureId: few.id,
    reason: "The ministry's own count",
  });
  await expect(
    manager.figures.chooseRecord({ id, version: 2, figureId: many.id, reason: "A later one" }),
  ).rejects.toMatchObject(refused("figure_set.changed_meanwhile"));
  await expect(manager.figures.removeClaim({ id, version: 3, figureId: few.id })).rejects.toMatchObject(
    refused("figure.is_of_record"),
  );
  await expect(manager.figures.withdraw({ id: few.id, reason: "typed twice" })).rejects.toMatchObject(
    refused("figure.is_of_record"),
  );
  const revised = { ...blank, id: newId(), supersedesId: few.id, value: 4, reason: "One more was found" };
  await manager.figures.revise(revised);
  await manager.figures.chooseRecord({ id, version: 4, figureId: many.id, reason: "Counts both phases" });
  await manager.figures.removeClaim({ id, version: 5, figureId: revised.id });
  const set = (await listed()).sets.find((one) => one.id === id);
  expect(set).toMatchObject({
    recordFigureId: many.id,
    recordReason: "Counts both phases",
    by: "you",
    version: 6,
  });
  expect(set?.choices.map(({ figureId, reason }) => [figureId, reason])).toEqual([
    [many.id, "Counts both phases"],
    [few.id, "The ministry's own count"],
  ]);
  expect(await find(revised.id)).toMatchObject({ figureSetId: null });
});

it("lets a source be revised by one of two at a time", async () => {
  const source = {
    locator: "https://example.org/report",
    title: null as string | null,
    publisher: null,
    language: "fr",
    publishedOn: null,
    tier: "primary" as const,
  };
  const id = newId();
  await manager.figures.addSource({ id, operationId: operation.id, ...source });
  await manager.figures.reviseSource({ id, version: 1, ...source, title: "Report" });
  await expect(
    manager.figures.reviseSource({ id, version: 1, ...source, publisher: "Ministry" }),
  ).rejects.toMatchObject(refused("source.changed_meanwhile"));
  await expect(
    manager.figures.addSource({
      id: newId(),
      operationId: operation.id,
      ...source,
      locator: "ftp://example.org/x",
    }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

describe("somebody else", () => {
  it("of another country does not find the operation; its readers may not write, also where it is published", async () => {
    const open = await plantOperation(stage.owner, { countries: ["KE"], visibility: "published" });
    const elsewhere = (await stage.as("programme_manager", { countries: ["RW"] })).call;
    const kenyan = figure({ operationId: open.id });
    await manager.figures.enter(kenyan);
    expect((await elsewhere.figures.list({ operationId: open.id })).mayWrite).toBe(false);
    expect((await manager.figures.list({ operationId: open.id })).mayWrite).toBe(true);
    await expect(elsewhere.figures.enter(figure({ operationId: open.id }))).rejects.toMatchObject(
      refused("not_found"),
    );
    await expect(
      elsewhere.figures.revise({
        ...blank,
        id: newId(),
        supersedesId: kenyan.id,
        value: 1,
        reason: "Not ours",
      }),
    ).rejects.toMatchObject(refused("not_found"));
    await expect(elsewhere.figures.withdraw({ id: kenyan.id, reason: "Not ours" })).rejects.toMatchObject(
      refused("not_found"),
    );
    const hidden = await plantOperation(stage.owner, { countries: ["PE"] });
    await expect(manager.figures.list({ operationId: hidden.id })).rejects.toMatchObject(
      refused("not_found"),
    );
    await expect(manager.figures.earlier({ operationId: hidden.id })).rejects.toMatchObject(
      refused("not_found"),
    );
  });

  it("without the role is refused", async () => {
    for (const role of ["reviewer", "liaison", "leadership", "observer", "administrator"] as const) {
      const { call } = await stage.as(role);
      await expect(call.figures.enter(figure())).rejects.toMatchObject(refused("access.forbidden"));
    }
  });
});
