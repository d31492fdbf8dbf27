import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countryByName } from "#lib/country-alias.ts";
import { hashOf } from "#lib/content-hash.ts";
import { differingFields } from "./content.ts";
import { qualify } from "./kinds.ts";
import { mapOperation } from "./map-operation.ts";
import type { MappedOperation } from "./map-operation.ts";
import { spanOf } from "./map-plan.ts";
import { readFile } from "./read-file.ts";

const content = readFileSync(
  new URL("../../../../prisma/data/published-operations.json", import.meta.url),
  "utf8",
);
const { rows, problems } = readFile(content, countryByName);
const reference = { points: [], countryOf: countryByName };
const mapped = new Map(rows.map(({ row }) => [row.id, mapOperation(row, reference)]));
const operation = (id: string): MappedOperation => mapped.get(id)!;
const figure = (id: string, path: string) =>
  operation(id).figures.find((candidate) => candidate.path === path)!;

/** Words of the file that become a value of ours instead of being kept as text. */
const VOCABULARY = /\.(qualifier|against\.\d+|type|colour|figures_status|confidence|unit|year_inferred)$/;

function* leavesOf(value: unknown, path = ""): Generator<[string, string | number | boolean]> {
  if (value === null || value === undefined) return;
  if (typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, `${path}.${key}`);
  else yield [path, value as string | number | boolean];
}

describe("the published operations", () => {
  it("are read without a problem", () => {
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(52);
  });

  it("keep every number and every word of every row somewhere outside the raw copy", () => {
    const missing: string[] = [];
    for (const { row } of rows) {
      const stored = [...leavesOf(operation(row.id))].map(([, leaf]) => leaf);
      const numbers = new Set(stored.filter((leaf) => typeof leaf === "number"));
      const text = stored.filter((leaf) => typeof leaf === "string").join("\n");
      for (const [path, leaf] of leavesOf(row)) {
        if (VOCABULARY.test(path)) continue;
        if (path.startsWith(".countries.")) {
          if (!operation(row.id).countries.includes(countryByName(String(leaf))))
            missing.push(`${row.id}${path}`);
        } else if (typeof leaf === "number" ? !numbers.has(leaf) : !kept(String(leaf), text))
          missing.push(`${row.id}${path}: ${leaf}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("have one figure for each place in the row, each with an id of its own", () => {
    for (const { figures } of mapped.values()) {
      expect(new Set(figures.map(({ path }) => path)).size).toBe(figures.length);
      expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
      for (const { value, wording } of figures) expect(value !== null || wording !== null).toBe(true);
    }
  });
});

/** "France (partly)" is kept as a name and a note. */
function kept(leaf: string, text: string): boolean {
  const [, stem, note] = /^(.+?) \(([^()]+)\)$/.exec(leaf) ?? [];
  return text.includes(leaf) || (stem !== undefined && text.includes(stem) && text.includes(note!));
}

describe("what a claim becomes", () => {
  it("Hammer's passengers are travellers checked against SLTD, nearly 8,000", () => {
    expect(figure("hammer-italy-2011", "checks.0")).toMatchObject({
      measure: "checks",
      unit: "travellers",
      databases: ["sltd"],
      value: 8000,
      qualifier: "nearly",
      note: "STOP page rounds to 8,000 travel documents",
    });
  });

  it("a claim without a number keeps its words and has no value", () => {
    expect(figure("stop-rwanda-2013", "hits.0")).toMatchObject({
      measure: "secondary_inspections",
      value: null,
      qualifier: "unquantified",
      wording: "a number of (not quantified)",
    });
    expect(figure("neptune-1-2018", "hits.2")).toMatchObject({
      value: null,
      qualifier: "order_of_magnitude",
      wording: "dozens",
    });
  });

  it("potential says how sure, not how many", () => {
    expect(figure("andes-2018", "victims")).toMatchObject({
      value: 30,
      qualifier: "exact",
      certainty: "potential",
    });
    expect(figure("turquesa-2-2020", "victims")).toMatchObject({
      value: 100,
      qualifier: "nearly",
      certainty: "potential",
    });
  });

  it("arrests of the phases are parts of the total, said once", () => {
    const { figures, phases } = operation("andes-2018");
    const arrests = figures.filter(({ measure }) => measure === "arrests");
    expect(arrests.map(({ value }) => value)).toEqual([49, 31, 18]);
    expect(arrests.slice(1).map(({ partOfId, phaseId }) => [partOfId, phaseId])).toEqual([
      [arrests[0]!.id, phases[1]!.id],
      [arrests[0]!.id, phases[2]!.id],
    ]);
  });

  it("parts stand without a total that nobody published", () => {
    expect(figure("anchor", "arrests.breakdown.drug_trafficking")).toMatchObject({
      value: 3,
      partOfId: null,
      offence: "drugs",
    });
    expect(figure("neptune-4", "arrests.total")).toMatchObject({
      value: null,
      wording: "no total published",
    });
    expect(figure("trigger-6-2021", "arrests.breakdown.Brazil")).toMatchObject({
      value: 3487,
      countryCode: "BR",
    });
    expect(figure("lionfish-5", "arrests.breakdown.nationalities")).toMatchObject({
      measure: "nationalities",
      value: 25,
    });
  });

  it("a value put on something is not a seizure of money", () => {
    expect(figure("andes-2018", "seizures.0")).toMatchObject({
      measure: "assets_identified",
      unit: "USD",
      valuation: true,
    });
    expect(figure("neptune-4", "seizures.0")).toMatchObject({ measure: "seizures", valuation: true });
    expect(figure("trigger-8-2022", "seizures.4")).toMatchObject({
      measure: "seizures",
      unit: "EUR",
      valuation: false,
    });
    const whole = figure("lionfish-3-2017", "seizures.0");
    expect(figure("lionfish-3-2017", "seizures.1").partOfId).toBe(whole.id);
  });

  it("an unknown kind is kept as other with its label, an unknown qualifier is kept as wording", () => {
    expect(qualify(12, "a good")).toEqual({ qualifier: "about", wording: "a good" });
    const { row } = rows[0]!;
    const strange = mapOperation({ ...row, checks: [{ kind: "drone_sightings", value: 4 }] }, reference);
    expect(strange.figures.find(({ path }) => path === "checks.0")).toMatchObject({
      measure: "other",
      label: "drone_sightings",
      value: 4,
    });
  });
});

describe("dates", () => {
  it("known without phases make one tactical phase marked as derived", () => {
    expect(operation("hammer-italy-2011").phases).toMatchObject([
      { kind: "tactical", startsOn: "2011-11-02", endsOn: "2011-11-05", derived: true, label: null },
    ]);
    expect(operation("stop-benin-2011").phases.map(({ derived }) => derived)).toEqual([false, false, false]);
  });

  it("known roughly keep their precision and wording; prose is not read", () => {
    expect(operation("stop-benin-2011").dates).toMatchObject([
      { precision: "month", earliest: "2011-03-01", latest: "2011-03-31", wording: "2011-03" },
    ]);
    expect(operation("stop-kenya-2011").dates).toMatchObject([
      {
        precision: "year",
        earliest: "2011-01-01",
        latest: "2011-12-31",
        wording: "July 2011; exact days not found",
      },
    ]);
    expect(operation("trigger-5")).toMatchObject({ startsOn: null, endsOn: null });
    expect(operation("trigger-5").dates).toMatchObject([{ precision: "unknown", earliest: null }]);
    expect(spanOf("2011-02-31")).toMatchObject({ precision: "unknown" });
  });
});

describe("a file with mistakes", () => {
  const first = () => structuredClone(rows[0]!.written) as Record<string, unknown>;
  const read = (...operations: unknown[]) => readFile(JSON.stringify({ operations }), countryByName);

  it("names the operation and the field of each", () => {
    const bad = [
      { ...first(), countries: ["Atlantis"] },
      { ...first(), id: "b", colour: "red" },
      { ...first(), id: "c", start: "2011-02-31" },
      { ...first(), id: "d", trained: { value: -1 } },
      { ...first(), id: "e", trained: { value: null, qualifier: "exact" } },
      { ...first(), id: "e" },
      { name: "No id" },
    ];
    const { rows: none, problems: found } = read(...bad);
    expect(none).toEqual([]);
    expect(found.map(({ operation: name, field, reason }) => [name, field, reason])).toEqual([
      ["anaconda-2008", "countries.0", "unknown_country"],
      ["b", "colour", "unknown_field"],
      ["c", "start", "not_valid"],
      ["d", "trained.value", "not_valid"],
      ["e", "trained.value", "number_or_wording_needed"],
      ["e", "id", "listed_twice"],
      ["#7", "id", "not_valid"],
    ]);
  });

  it("refuses the one name that a reader would drop in silence, wherever it stands, and however deep the file goes", () => {
    const named = (more: string) => `{"operations":[{"id":"a","name":"A",${more}}]}`;
    const places = [
      ['"arrests":{"breakdown":{"__proto__":3}}', "arrests.breakdown.__proto__"],
      ['"arrests":{"by_phase":{"__proto__":3}}', "arrests.by_phase.__proto__"],
      ['"trained":{"value":1,"__proto__":{"value":2}}', "trained.__proto__"],
      ['"__proto__":{}', "__proto__"],
    ] as const;
    for (const [more, field] of places)
      expect(readFile(named(more), countryByName)).toEqual({
        rows: [],
        problems: [{ operation: "a", field, reason: "name_not_allowed" }],
      });
    const deep = named(`"other":${"[".repeat(5_000)}${"]".repeat(5_000)}`);
    expect(readFile(deep, countryByName).problems).toMatchObject([{ field: "other.0", reason: "not_valid" }]);
    expect(() => readFile('{"operations":[{}],"__proto__":{}}', countryByName)).toThrow(
      "import.not_operations",
    );
  });

  it("says when it is no such file at all", () => {
    expect(() => readFile("{", countryByName)).toThrow("import.not_json");
    expect(() => readFile("[]", countryByName)).toThrow("import.not_operations");
  });
});

describe("an address", () => {
  it("is codename, edition and year", () => {
    const first = (id: string) => operation(id).slugs[0];
    expect(first("hammer-italy-2011")).toBe("hammer-2011");
    expect(first("turquesa-2-2020")).toBe("turquesa-2-2020");
    expect(first("red-lotus-2018")).toBe("red-lotus-2018");
    expect(first("stop-benin-2011")).toBe("stop-benin-2011");
    expect(first("tuy")).toBe("tuy");
    const all = [...mapped.values()].map(({ slugs }) => slugs[0]);
    expect(new Set(all).size).toBe(52);
  });
});

describe("content", () => {
  it("has the same hash whatever the order of its keys, and names the fields that differ", () => {
    expect(hashOf({ a: 1, b: [2] })).toBe(hashOf({ b: [2], a: 1 }));
    expect(differingFields({ a: 1, b: [{ c: 2 }] }, { a: 1, b: [{ c: 3 }] })).toEqual(["b.0.c"]);
  });
});
