import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryByName } from "#lib/country-alias.ts";
import { hashOf } from "#lib/content-hash.ts";
import { differingFields } from "./content.ts";
import { mapOperation } from "./map-operation.ts";
import { readFile } from "./read-file.ts";

const text = fc
  .string({ minLength: 1, maxLength: 30, unit: "grapheme" })
  .filter((words) => words.trim() === words && words !== "" && !words.includes("\0"));
const FORBIDDEN = "__proto__";
const itemName = fc.oneof({ arbitrary: text, weight: 30 }, { arbitrary: fc.constant(FORBIDDEN), weight: 1 });
const count = fc.integer({ min: 0, max: 1_000_000_000 });
const qualifier = fc.constantFrom("exact", "more_than", "approx", "close_to", "potential", "a strange one");
const claim = fc.record({ value: count, qualifier }, { requiredKeys: ["value"] });
const unknown = fc.record({ value: fc.constant(null), qualifier: fc.constantFrom("dozens", "nobody says") });
const counted = fc.record(
  {
    kind: fc.oneof(fc.constantFrom("sltd_searches", "hits", "border_checks_unspecified"), text),
    value: count,
    qualifier,
    against: fc.array(fc.constantFrom("SLTD", "Nominal", "a new database"), { maxLength: 3 }),
    scope: text,
    note: text,
    period: text,
  },
  { requiredKeys: ["kind", "value"] },
);
const country = fc.constantFrom("Kenya", "DR Congo", "Laos", "Turkey", "French Guiana", "Côte d’Ivoire");
const days = fc
  .tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, more]) => {
    const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);
    return { start: day(start), end: day(start + more) };
  });
const phase = fc
  .tuple(
    fc.record(
      {
        name: text,
        note: text,
        when: fc.constantFrom("2011-03", "2011", "some time in spring"),
        arrests: count,
      },
      { requiredKeys: ["name"] },
    ),
    fc.option(days, { nil: {} }),
  )
  .map(([words, dates]) => ({ ...words, ...dates }));

const row = fc
  .tuple(
    fc.record(
      {
        id: text,
        name: text,
        series: text,
        edition: fc.integer({ min: 1, max: 40 }),
        year: fc.integer({ min: 1950, max: 2090 }),
        date_note: text,
        programme: text,
        phases: fc.array(phase, { maxLength: 4 }),
        countries: fc.uniqueArray(country),
        countries_reported: count,
        border_points: fc.record({ count, named: fc.array(text, { maxLength: 3 }), label: text }),
        checks: fc.array(counted, { maxLength: 4 }),
        hits: fc.array(counted, { maxLength: 4 }),
        arrests: fc.record({
          total: claim,
          breakdown: fc.dictionary(itemName, count, { maxKeys: 3 }),
          note: text,
        }),
        victims: fc.oneof(claim, unknown),
        migrants: fc.record({ value: count, nationalities: count }),
        seizures: fc.array(
          fc.record({
            item: text,
            quantity: count.map((n) => n / 8),
            unit: fc.constantFrom("kg", "USD", "crates"),
            qualifier,
          }),
          { maxLength: 4 },
        ),
        trained: claim,
        notices: fc.array(fc.record({ colour: fc.constantFrom("red", "mauve"), value: count }), {
          maxLength: 2,
        }),
        coordination: text,
        partners: fc.uniqueArray(text, { maxLength: 3 }),
        other: fc.array(text, { maxLength: 3 }),
        conflicts: fc.array(text, { maxLength: 2 }),
        sources: fc.array(fc.record({ url: text, type: fc.constantFrom("primary", "secondary") }), {
          maxLength: 3,
        }),
      },
      { requiredKeys: ["id", "name"] },
    ),
    fc.option(days, { nil: {} }),
  )
  .map(([words, dates]) => ({ ...words, ...dates }));

const FREE = /\.(qualifier|against\.\d+|type|colour|unit)$/;
const reference = { points: [], countryOf: countryByName };

function* leavesOf(value: unknown, path = ""): Generator<[string, string | number | boolean]> {
  if (value === null || value === undefined) return;
  if (typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, `${path}.${key}`);
  else yield [path, value as string | number | boolean];
}

/** "France (partly)" is kept as a name and a note. */
const isKept = (leaf: string, all: string) =>
  all.includes(leaf) || leaf.split(/ \(|\)$/).every((part) => all.includes(part));

describe("a file nobody has seen", () => {
  it("is read and mapped with nothing lost, and the same content always makes the same rows", () => {
    fc.assert(
      fc.property(row, (written) => {
        const { rows, problems } = readFile(JSON.stringify({ operations: [written] }), countryByName);
        const forbidden = Object.hasOwn(written.arrests?.breakdown ?? {}, FORBIDDEN);
        expect(problems.map(({ operation, field }) => [operation, field])).toEqual(
          forbidden ? [[written.id, `arrests.breakdown.${FORBIDDEN}`]] : [],
        );
        expect(rows.length).toBe(forbidden ? 0 : 1);
        if (forbidden) return;
        const mapped = mapOperation(rows[0]!.row, reference);
        expect(mapOperation(rows[0]!.row, reference)).toEqual(mapped);
        const stored = [...leavesOf(mapped)].map(([, leaf]) => leaf);
        const words = stored.filter((leaf) => typeof leaf === "string").join("\n");
        for (const [path, leaf] of leavesOf(written)) {
          if (FREE.test(path) || path.startsWith(".countries.")) continue;
          const kept = typeof leaf === "string" ? isKept(leaf, words) : stored.includes(leaf);
          expect(kept, `${path}: ${leaf}`).toBe(true);
        }
        const ids = mapped.figures.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { value, wording, partOfId } of mapped.figures) {
          expect(value !== null || wording !== null).toBe(true);
          expect(partOfId === null || ids.includes(partOfId)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("that is broken anywhere is refused with a field, never with a crash", () => {
    const breakage = fc.constantFrom<unknown>({ $ne: 1 }, -1, 1e12, "x".repeat(5_000), [], "a\0b", true);
    fc.assert(
      fc.property(row, breakage, fc.nat(), (written, broken, place) => {
        const keys = Object.keys(written);
        const key = keys[place % keys.length]!;
        const { rows, problems } = readFile(
          JSON.stringify({ operations: [{ ...written, [key]: broken }] }),
          countryByName,
        );
        const mapped = rows.map((read) => mapOperation(read.row, reference).id);
        expect(
          mapped.length === 1 || problems.every(({ operation, field }) => operation !== "" && field !== ""),
        ).toBe(true);
        expect(mapped.length === 0).toBe(problems.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it("differs from another exactly where its fields differ", () => {
    fc.assert(
      fc.property(row, row, (one, other) => {
        expect(differingFields(one, other).length === 0).toBe(hashOf(one) === hashOf(other));
      }),
      { numRuns: 100 },
    );
  });
});
