import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareEditions, whyRefused, type Edition, type Entry } from "./compare-editions.ts";

const entry = (over: Partial<Entry> = {}): Entry => ({
  source: "published",
  measure: "arrests",
  unit: "people",
  kind: null,
  valuation: false,
  value: 10,
  low: null,
  high: null,
  qualifier: "exact",
  wording: null,
  status: "final",
  hidden: false,
  bases: [],
  databases: [],
  ...over,
});
const counted = (over: Partial<Entry> = {}) =>
  entry({
    source: "counted",
    status: "validated",
    measure: "checks",
    unit: "documents",
    bases: ["national_log"],
    databases: ["sltd"],
    ...over,
  });
const edition = (over: Partial<Edition> = {}): Edition => ({
  days: 8,
  exact: true,
  entries: [entry()],
  ...over,
});

describe("two numbers of one measure", () => {
  test("stand beside each other when they are alike", () => {
    expect(whyRefused(entry(), entry({ value: 99, qualifier: "more_than" }))).toBeNull();
    expect(whyRefused(counted(), counted({ value: 5 }))).toBeNull();
  });

  test.each([
    ["counted_published", counted(), entry({ measure: "checks", unit: "documents" })],
    ["measure.unlike_unit", counted(), counted({ unit: "travellers" })],
    ["measure.unit_unspecified", entry({ unit: "unspecified" }), entry({ unit: "unspecified" })],
    ["measure.valuation_apart", entry(), entry({ valuation: true })],
    ["measure.unlike_kind", entry({ kind: "migrant_smuggling" }), entry()],
    ["unlike_basis", counted(), counted({ bases: ["server_log"] })],
    ["unlike_basis", counted({ bases: [] }), counted({ bases: [] })],
    ["unlike_databases", counted(), counted({ databases: ["sltd", "nominals"] })],
    ["unlike_status", entry({ status: "unstated" }), entry({ status: "preliminary" })],
    ["unlike_status", counted(), counted({ status: "preliminary" })],
    ["no_number", entry({ value: null }), entry()],
    ["small", entry({ hidden: true, value: null }), entry()],
  ] as const)("are refused: %s", (reason, a, b) => {
    expect(whyRefused(a, b)).toBe(reason);
    expect(whyRefused(b, a)).toBe(reason);
  });
});

describe("two editions", () => {
  const reasons = (a: Edition, b: Edition) => compareEditions({ a, b }).map(({ refusal }) => refusal);

  test("of unlike length are refused where there are no daily data, and levelled by the day where there are", () => {
    expect(reasons(edition(), edition({ days: 3 }))).toEqual(["unlike_length"]);
    const [row] = compareEditions({
      a: edition({ entries: [counted()] }),
      b: edition({ days: 3, entries: [counted()] }),
    });
    expect(row).toMatchObject({ refusal: null, perDay: true });
  });

  test("whose dates are known only roughly, or not at all, are refused", () => {
    expect(reasons(edition(), edition({ exact: false }))).toEqual(["precision"]);
    expect(reasons(edition(), edition({ days: null }))).toEqual(["no_days"]);
  });

  test("say what only one of them has, and never choose among several", () => {
    expect(reasons(edition(), edition({ entries: [] }))).toEqual(["only_one"]);
    expect(reasons(edition({ entries: [entry(), entry({ value: 3 })] }), edition())).toEqual(["several"]);
  });

  test("drop no number and compare nothing unlike, whichever comes first", () => {
    const some = fc.record({
      measure: fc.constantFrom("checks" as const, "arrests" as const, "seizures" as const),
      unit: fc.constantFrom("documents", "people", "kg", "unspecified"),
      kind: fc.constantFrom(null, "cash"),
      source: fc.constantFrom("counted" as const, "published" as const),
      value: fc.option(fc.nat(50)),
    });
    const entries = fc.array(
      some.map((over) => entry(over)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(entries, entries, (left, right) => {
        const sides = { a: edition({ entries: left }), b: edition({ entries: right }) };
        const rows = compareEditions(sides);
        for (const row of rows.filter(({ refusal }) => refusal === null)) {
          expect(row.a?.unit).toBe(row.b?.unit);
          expect(row.a?.source).toBe(row.b?.source);
          expect(row.a?.kind).toBe(row.b?.kind);
        }
        const kinds = new Set(left.map(({ measure }) => measure));
        for (const measure of kinds) expect(rows.some((row) => row.measure === measure && row.a)).toBe(true);
        const turned = compareEditions({ a: sides.b, b: sides.a });
        expect(turned.filter(({ refusal }) => refusal === null).length).toBe(
          rows.filter(({ refusal }) => refusal === null).length,
        );
      }),
      { seed: 20261122 },
    );
  });
});
