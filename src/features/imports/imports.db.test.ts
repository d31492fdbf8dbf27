import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "#testing/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { seedReference } from "../../../prisma/seed/reference.ts";

const text = readFileSync(new URL("../../../prisma/data/published-operations.json", import.meta.url), "utf8");
const archive = (JSON.parse(text) as { operations: Record<string, unknown>[] }).operations;
const hammer = archive.find(({ id }) => id === "hammer-italy-2011")!;
const file = (...operations: unknown[]) => JSON.stringify({ operations });
const unseen = (id: string, more: object = {}) => ({
  ...structuredClone(hammer),
  id,
  name: `Operation ${id}`,
  ...more,
});

let database: TestDatabase;
let people: ReturnType<typeof cast>;
let owner: pg.Client;
let manager: Awaited<ReturnType<typeof people.as>>;

const importing = (content: string, replace = false) =>
  manager.call.imports.importPublished({ content, replace });
const counted = async (table: string, where = "true") => {
  const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`);
  return rows[0]!.n;
};

beforeAll(async () => {
  database = await freshDatabase();
  await seedReference(database.ownerUrl);
  people = cast(database);
  manager = await people.as("programme_manager");
  // Counting is done as the owner, who sees rows only in maintenance.
  owner = new pg.Client({ connectionString: database.ownerUrl, options: "-c app.maintenance=on" });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await people.close();
  await database.drop();
});

describe("importing published operations", () => {
  it("brings in all 52, and a second time changes nothing", async () => {
    expect(await importing(text)).toEqual({ added: 52, replaced: 0, skipped: 0, kept: 0 });
    expect(await importing(text)).toEqual({ added: 0, replaced: 0, skipped: 52, kept: 0 });
    expect(await counted("operation")).toBe(52);
    expect(await counted("operation_version")).toBe(52);
    expect(await counted("participation")).toBe(168);
    expect(await counted("audit_event", "action = 'operation.imported'")).toBe(52);
  });

  it("keeps Hammer's three matches without a border point of their own", async () => {
    const { rows } = await owner.query(
      `SELECT f.value::int AS value, f.border_point_id, f.source_id FROM figure f JOIN operation o ON o.id = f.operation_id
       WHERE o.slug = 'hammer-2011' AND f.measure = 'matches'`,
    );
    expect(rows).toEqual([{ value: 3, border_point_id: null, source_id: null }]);
  });

  it("refuses other content for the same operation and names the fields; replace writes a version", async () => {
    const changed = {
      ...structuredClone(hammer),
      trained: { value: 12, qualifier: "exact" },
      confidence: "low",
    };
    await expect(importing(file(changed))).rejects.toMatchObject({
      cause: { kind: "conflict", reason: "import.other_content", values: { count: 2 } },
    });
    const refusal = await importing(file(changed)).catch(
      (error: { cause: { values: { list: string } } }) => error.cause.values.list,
    );
    expect(refusal).toContain("hammer-italy-2011 · trained");
    expect(refusal).toContain("hammer-italy-2011 · confidence");

    expect(await importing(file(changed), true)).toEqual({ added: 0, replaced: 1, skipped: 0, kept: 0 });
    const { rows } = await owner.query(
      `SELECT v.version, v.content->'trained' AS trained FROM operation_version v JOIN operation o ON o.id = v.operation_id
       WHERE o.slug = 'hammer-2011' ORDER BY v.version`,
    );
    expect(rows).toEqual([
      { version: 1, trained: null },
      { version: 2, trained: { value: 12, qualifier: "exact" } },
    ]);
    expect(await counted("operation", "slug = 'hammer-2011' AND version = 2 AND confidence = 'low'")).toBe(1);
    expect(
      await counted("figure f JOIN operation o ON o.id = f.operation_id", "o.slug = 'hammer-2011'"),
    ).toBe(5);
    expect(await importing(file(hammer), true)).toMatchObject({ replaced: 1 });
  });

  it("never takes away what was entered or revised by hand, and says how much it kept", async () => {
    const first = unseen("by-hand", { trained: { value: 12, qualifier: "exact" } });
    await importing(file(first));
    const { rows } = await owner.query<{ id: string }>(
      "SELECT id FROM operation WHERE import_id = 'by-hand'",
    );
    const operationId = rows[0]!.id;
    const read = () => manager.call.figures.list({ operationId });
    const { figures, sources } = await read();
    const trained = figures.find(({ measure }) => measure === "people_trained")!;
    const checks = figures.find(({ measure }) => measure === "checks")!;
    const bare = ({ id: _, figureSetId: __, supersedesId: ___, reason: ____, ...more }: typeof trained) => {
      const { supersededAt: _s, enteredAt: _e, byHand: _b, mine: _m, ...content } = more;
      return content;
    };
    const revised = {
      ...bare(trained),
      id: newId(),
      supersedesId: trained.id,
      value: 13,
      reason: "One more",
    };
    await manager.call.figures.revise(revised);
    const part = {
      ...bare(checks),
      id: newId(),
      operationId,
      figureSetId: null,
      partOfId: checks.id,
      value: 1,
    };
    await manager.call.figures.enter(part);
    await manager.call.figures.reviseSource({ ...sources[0]!, title: "Named by hand" });
    const again = { ...first, confidence: "low" };
    expect(await importing(file(again), true)).toEqual({ added: 0, replaced: 1, skipped: 0, kept: 2 });
    const now = await read();
    const values = now.figures
      .filter(({ measure }) => measure === "people_trained")
      .map(({ value }) => value);
    expect(values).toEqual([13]);
    expect(now.figures.find(({ id }) => id === part.id)).toMatchObject({ value: 1, partOfId: checks.id });
    expect(now.sources.find(({ id }) => id === sources[0]!.id)).toMatchObject({ title: "Named by hand" });
    expect((await manager.call.figures.earlier({ operationId })).map(({ id }) => id)).toEqual([trained.id]);
  });

  it("is all or nothing: one unknown country in the last row and no row is there", async () => {
    const before = await counted("operation");
    const bad = file(
      unseen("all-or-nothing-1"),
      unseen("all-or-nothing-2", { countries: ["Italy", "Atlantis"] }),
    );
    await expect(importing(bad)).rejects.toMatchObject({ cause: { reason: "import.refused" } });
    const said = await importing(bad).catch(
      (error: { cause: { values: { list: string } } }) => error.cause.values.list,
    );
    expect(said).toBe("all-or-nothing-2 · countries.1 · unknown country: Atlantis");
    const lyon = await people.as("programme_manager", { locale: "fr" });
    const long = file(unseen("trop-long", { start: "2011-02-31", colour: "red", countries: ["Atlantis"] }));
    for (const [content, words] of [
      [bad, /· pays inconnu\u202f: Atlantis$/],
      [file(unseen("trop-tôt", { start: "0000-01-01" })), /^trop-tôt · start · \S+/],
      [long, /^trop-long · start · n’a pas la forme admise\ntrop-long · colour · champ inconnu$/],
    ] as const)
      await expect(lyon.call.imports.importPublished({ content, replace: false })).rejects.toMatchObject({
        cause: { values: { list: expect.stringMatching(words) as string } },
      });
    expect(await counted("operation")).toBe(before);
  });

  it("reads country names by alias", async () => {
    await importing(file(unseen("aliases", { countries: ["DR Congo", "Laos", "Côte d’Ivoire", "KEN"] })));
    const { rows } = await owner.query(
      `SELECT p.country_code AS code FROM participation p JOIN operation o ON o.id = p.operation_id WHERE o.import_id = 'aliases' ORDER BY 1`,
    );
    expect(rows.map(({ code }: { code: string }) => code)).toEqual(["CD", "CI", "KE", "LA"]);
  });

  it("gives an operation of the same name and year its id as address", async () => {
    await importing(
      file(
        { ...structuredClone(hammer), id: "hammer again" },
        { ...structuredClone(hammer), id: "hammer-again" },
      ),
    );
    const { rows } = await owner.query(
      "SELECT slug FROM operation WHERE import_id LIKE 'hammer_again' ORDER BY import_id",
    );
    expect(rows[0]).toEqual({ slug: "hammer-again" });
    expect(rows[1].slug).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is refused to everyone but the programme manager of all countries", async () => {
    for (const role of ["administrator", "reviewer", "liaison", "leadership", "observer"] as const) {
      const other = await people.as(role);
      await expect(
        other.call.imports.importPublished({ content: text, replace: false }),
      ).rejects.toMatchObject({
        cause: { kind: "forbidden" },
      });
    }
    const wrongCountry = await people.as("programme_manager", { countries: ["KE"] });
    await expect(
      wrongCountry.call.imports.importPublished({ content: file(unseen("italian")), replace: false }),
    ).rejects.toMatchObject({ cause: { reason: "import.for_all_countries" } });
    await expect(
      people.nobody.imports.importPublished({ content: text, replace: false }),
    ).rejects.toMatchObject({
      cause: { kind: "unauthenticated" },
    });
  });

  it.each([
    ["no JSON", "{ operations", "import.not_json"],
    ["a list", "[]", "import.not_operations"],
    ["an operator smuggled as an object", file({ ...hammer, id: { $ne: 1 } }), "import.refused"],
    ["a character no text may hold", file(unseen("nul", { name: "a\0b" })), "import.refused"],
    [
      "a count above a thousand million",
      file(unseen("huge", { trained: { value: 1e10 } })),
      "import.refused",
    ],
  ])("refuses %s", async (_, content, reason) => {
    await expect(importing(content)).rejects.toMatchObject({ cause: { reason: reason } });
  });
});
