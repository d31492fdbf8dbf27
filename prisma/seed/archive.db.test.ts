import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "#testing/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { importPublished } from "#features/imports/mutations/import-published.ts";
import { openStage } from "./actors.ts";
import { seedArchive } from "./archive.ts";
import { IMPORT_PERSON_ID } from "./ids.ts";
import { seedReference } from "./reference.ts";

let database: TestDatabase;
let owner: pg.Client;
const TABLES = [
  "operation",
  "operation_version",
  "figure",
  "figure_set",
  "source",
  "phase",
  "published_date",
  "operation_remark",
  "participation",
  "deployment",
  "news_item",
  "organisation",
  "programme",
  "audit_event",
];

async function seed(): Promise<void> {
  const stage = await openStage({ databaseUrl: database.appUrl, migrationUrl: database.ownerUrl });
  await seedArchive(stage);
  await stage.close();
}

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    counts[table] = rows[0]!.n;
  }
  return counts;
}

beforeAll(async () => {
  database = await freshDatabase();
  await seedReference(database.ownerUrl);
  owner = new pg.Client({ connectionString: database.ownerUrl, options: "-c app.maintenance=on" });
  await owner.connect();
  await seed();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe("the archive", () => {
  it("holds 52 operations, 11 sets of rival claims and 19 headlines, and a second seed changes nothing", async () => {
    const first = await countRows();
    expect(first).toMatchObject({ operation: 52, operation_version: 52, figure_set: 11, news_item: 19 });
    await seed();
    expect(await countRows()).toEqual(first);
  });

  it("holds Hammer's passengers and documents side by side, passengers on record", async () => {
    const { rows } = await owner.query(
      `SELECT f.qualifier::text, f.value::int AS value, f.unit, s.title, f.id = fs.record_figure_id AS record
       FROM figure f JOIN figure_set fs ON fs.id = f.figure_set_id JOIN source s ON s.id = f.source_id
       JOIN operation o ON o.id = f.operation_id WHERE o.slug = 'hammer-2011' ORDER BY f.position`,
    );
    expect(rows).toEqual([
      expect.objectContaining({ qualifier: "nearly", value: 8000, unit: "travellers", record: true }),
      expect.objectContaining({ qualifier: "exact", value: 8000, unit: "documents", record: false }),
    ]);
  });

  it("says what STOP trains, in which databases and with whom", async () => {
    const { rows } = await owner.query(
      "SELECT topics, sectors, objective FROM programme WHERE code = 'STOP'",
    );
    expect(rows[0].topics).toContain("mobile_forensics");
    expect(rows[0].sectors).toContain("social_affairs_ministry");
    expect(rows[0].objective).not.toBeNull();
  });
});

describe("the border points of the archive", () => {
  it("stand where a source names them, one deployment for each name, without days that nobody knows", async () => {
    const { rows } = await owner.query(
      `SELECT o.import_id, array_agg(b.code ORDER BY b.code) AS codes FROM deployment d
       JOIN operation o ON o.id = d.operation_id JOIN border_point b ON b.id = d.border_point_id
       WHERE d.starts_on IS NULL AND b.latitude IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    const codes = new Map(
      rows.map((row: { import_id: string; codes: string[] }) => [row.import_id, row.codes]),
    );
    expect(codes.size).toBe(14);
    expect(codes.get("hammer-italy-2011")).toEqual(["IT-FCO", "IT-MXP"]);
    expect(codes.get("adwenpa-2-2016")).toEqual(["BF-DAK", "ML-KOU", "SN-DKR"]);
    expect(rows.flatMap((row: { codes: string[] }) => row.codes)).toHaveLength(21);
  });
});

describe("replacing a row of the archive", () => {
  it("keeps the rival claims, their record and what they are a part of", async () => {
    const claims = `SELECT f.id, f.value::int AS value, f.part_of_id, f.id = fs.record_figure_id AS record, f.source_id
      FROM figure f JOIN figure_set fs ON fs.id = f.figure_set_id JOIN operation o ON o.id = f.operation_id
      WHERE o.import_id = 'andes-2018' ORDER BY f.id`;
    const before = await owner.query(claims);
    const stage = await openStage({ databaseUrl: database.appUrl, migrationUrl: database.ownerUrl });
    const act = await stage.actAs(IMPORT_PERSON_ID);
    const file = readFileSync(new URL("../data/published-operations.json", import.meta.url), "utf8");
    const rows = (JSON.parse(file) as { operations: { id: string }[] }).operations;
    const andes = { ...rows.find(({ id }) => id === "andes-2018"), coordination: "another unit" };
    const content = JSON.stringify({ operations: [andes] });
    expect(await act("operation:import", importPublished, { content, replace: true })).toMatchObject({
      replaced: 1,
    });
    await stage.close();
    const after = await owner.query(claims);
    expect(after.rows).toEqual(before.rows);
    expect(after.rows.some((row: { part_of_id: string | null }) => row.part_of_id !== null)).toBe(true);
  });
});
