import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { cast } from "#testing/actors.ts";
import { freshDatabase } from "#testing/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { openStage } from "../../../prisma/seed/actors.ts";
import { seedArchive } from "../../../prisma/seed/archive.ts";
import { seedReference } from "../../../prisma/seed/reference.ts";

const SECRET = "00000000-0000-7000-8000-00000000c0de";
let database: TestDatabase;
let people: ReturnType<typeof cast>;
const as = (...who: Parameters<typeof people.as>) => people.as(...who);

beforeAll(async () => {
  database = await freshDatabase({ totalsByHand: true });
  await seedReference(database.ownerUrl);
  const stage = await openStage({ databaseUrl: database.appUrl, migrationUrl: database.ownerUrl });
  await seedArchive(stage);
  await stage.close();
  people = cast(database);
  const owner = new pg.Client({ connectionString: database.ownerUrl, options: "-c app.maintenance=on" });
  await owner.connect();
  await owner.query(`
    INSERT INTO operation (id, slug, codename, handling_mark, exercise, state, visibility, crime_areas, created_at, created_by_id)
    VALUES ('${SECRET}', 'quiet-2026', 'Operation Quiet', 'TLP:AMBER', false, 'planned', 'participants', '{}', now(), '${SECRET}');
    INSERT INTO participation (operation_id, country_code, role, state) VALUES ('${SECRET}', 'KE', 'host', 'planned');
    INSERT INTO daily_total VALUES ('${SECRET}', 'KE', '2026-11-20', 'arrests', 'people', '', true, 3),
      ('${SECRET}', 'KE', '2026-11-20', 'arrests', 'people', '', false, 2),
      ('${SECRET}', 'KE', '2026-11-20', 'matches', 'cases', 'sltd', false, 1),
      ('${SECRET}', 'KE', '2026-11-20', 'checks', 'documents', 'sltd', true, 1200);
    INSERT INTO news_item (id, operation_id, published_on, language, headline)
    VALUES ('${SECRET}', '${SECRET}', '2026-11-20', 'en', 'A quiet headline');`);
  await owner.end();
});
afterAll(async () => {
  await people.close();
  await database.drop();
});

describe("the list of operations", () => {
  it("is read by every role but the administrator", async () => {
    for (const role of ["programme_manager", "reviewer", "liaison", "leadership", "observer"] as const) {
      const posting = role === "liaison" || role === "reviewer" ? { countries: ["PE"] } : {};
      const { total } = await (await as(role, posting)).call.operations.list({ sort: "codename" });
      expect(total).toBeGreaterThanOrEqual(52);
    }
    const administrator = await as("administrator");
    await expect(administrator.call.operations.list({})).rejects.toMatchObject({
      cause: { kind: "forbidden" },
    });
  });

  it("is filtered, sorted and paged by the server; the undated come last and no period hides them", async () => {
    const { call } = await as("liaison", { countries: ["PE"] });
    const inPeru = await call.operations.list({ country: "PE", sort: "startsOn" });
    expect(inPeru.rows[0]?.slug).toBe("anaconda-2008");
    expect(inPeru.rows.every(({ countries }) => countries.includes("PE"))).toBe(true);
    const stop = await call.operations.list({ programme: "STOP" });
    expect(stop.total).toBe(9);
    const page = await call.operations.list({ page: 2, size: 25, sort: "codename" });
    expect(page.rows).toHaveLength(25);
    const in2011 = await call.operations.list({ from: "2011-01-01", to: "2011-12-31", sort: "-startsOn" });
    const undated = in2011.rows.filter(({ startsOn }) => startsOn === null).map(({ slug }) => slug);
    expect(undated).toEqual(["anchor", "lionfish-5", "red-lotus-1", "trigger-5", "tuy"]);
    expect(in2011.rows.slice(-5).map(({ slug }) => slug)).toEqual(undated);
    expect(in2011.rows.map(({ slug }) => slug)).toContain("hammer-2011");
    expect(in2011.rows.map(({ slug }) => slug)).not.toContain("andes-2018");
    expect((await call.operations.list({ text: "hAmMeR" })).total).toBe(1);
  });

  it("shows the same set to the timeline and the map", async () => {
    const { call } = await as("leadership");
    const choice = { from: "2018-01-01", to: "2019-12-31" };
    const [list, chart] = [
      await call.operations.list({ ...choice, size: 100 }),
      await call.operations.chart(choice),
    ];
    expect(chart.rows.map(({ id }) => id).toSorted()).toEqual(list.rows.map(({ id }) => id).toSorted());
    expect(chart.total).toBe(list.total);
  });

  it("keeps operations of participants to those who take part", async () => {
    const inPeru = await as("liaison", { countries: ["PE"] });
    const inKenya = await as("liaison", { countries: ["KE"] });
    expect((await inPeru.call.operations.list({ text: "quiet" })).total).toBe(0);
    expect((await inKenya.call.operations.list({ text: "quiet" })).total).toBe(1);
    expect((await inPeru.call.operations.choices({})).countries).toContain("PE");
    for (const refused of [
      () => inPeru.call.operations.show({ slug: "quiet-2026" }),
      () => inPeru.call.operations.results({ operationId: SECRET }),
      () => inPeru.call.figures.list({ operationId: SECRET }),
      () => inPeru.call.operations.show({ slug: "no-such-operation" }),
    ])
      await expect(refused()).rejects.toMatchObject({ cause: { kind: "not_found" } });
    expect((await inKenya.call.operations.show({ slug: "quiet-2026" })).codename).toBe("Operation Quiet");
  });
});

describe("an operation", () => {
  it("shows Hammer with both claims, their sources and the three matches", async () => {
    const { call } = await as("programme_manager");
    const hammer = await call.operations.show({ slug: "hammer-2011" });
    expect(hammer.phases).toMatchObject([{ startsOn: "2011-11-02", endsOn: "2011-11-05", derived: true }]);
    expect(hammer.organisations.map(({ organisation }) => organisation.name)).toEqual([
      "Frontex",
      "Italian border police",
    ]);
    const { figures, sets, sources } = await call.figures.list({ operationId: hammer.id });
    const [set] = sets;
    const claims = figures.filter(({ figureSetId }) => figureSetId === set!.id);
    const title = (id: string | null) => sources.find((source) => source.id === id)?.title;
    expect(
      claims.map(({ value, qualifier, unit, sourceId }) => [qualifier, value, unit, title(sourceId)]),
    ).toEqual([
      ["nearly", 8000, "travellers", expect.stringContaining("INTERPOL joins Frontex")],
      ["exact", 8000, "documents", expect.stringContaining("page on STOP")],
    ]);
    expect(set).toMatchObject({ recordFigureId: claims[0]!.id, by: "import" });
    expect(figures.find(({ measure }) => measure === "matches")).toMatchObject({ value: 3, sourceId: null });
  });

  it("gives observers validated totals only, small ones withheld", async () => {
    const observer = await as("observer", { operations: [SECRET] });
    const { totals, days } = await observer.call.operations.results({ operationId: SECRET });
    expect(days).toEqual([]);
    expect(totals).toEqual([
      expect.objectContaining({ measure: "checks", total: { form: "count", value: 1200 } }),
      expect.objectContaining({ measure: "arrests", total: { form: "under", below: 5 }, preliminary: 0 }),
    ]);
    const manager = await (await as("programme_manager")).call.operations.results({ operationId: SECRET });
    expect(manager.totals.find(({ measure }) => measure === "arrests")).toMatchObject({
      total: { form: "count", value: 3 },
      preliminary: 2,
    });
  });

  it("says of what nobody has validated yet that it is missing, not zero", async () => {
    const { totals } = await (await as("programme_manager")).call.operations.results({ operationId: SECRET });
    expect(totals.find(({ measure }) => measure === "matches")).toMatchObject({
      total: { form: "missing" },
      preliminary: 1,
      countries: [{ country: "KE", shown: { form: "missing" }, preliminary: 1 }],
    });
  });
});

describe("what the two documents say", () => {
  it("is read: the skills, databases, systems and sectors of STOP", async () => {
    const { programmes } = await (await as("observer")).call.operations.show({ slug: "hammer-2011" });
    const stop = programmes.find(({ programme }) => programme.code === "STOP")!.programme;
    expect(stop.topics).toContain("interview_techniques");
    expect(stop.sectors).toContain("health_ministry");
    expect([...stop.databases, ...stop.systems]).toEqual(expect.arrayContaining(["sltd", "find"]));
  });

  it("is read: the nineteen headlines, those of a hidden operation only by those who take part", async () => {
    const peru = await (await as("liaison", { countries: ["PE"] })).call.figures.news();
    expect(peru).toHaveLength(19);
    expect(peru.filter(({ language }) => language === "fr")).toHaveLength(8);
    const kenya = await (await as("liaison", { countries: ["KE"] })).call.figures.news();
    expect(kenya.map(({ headline }) => headline)).toContain("A quiet headline");
  });
});
