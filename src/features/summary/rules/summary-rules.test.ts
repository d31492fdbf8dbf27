import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupTotals, groupTrends, type SumRow } from "./group-totals.ts";
import { sumPublished, type Published } from "./sum-published.ts";

const row = (over: Partial<SumRow>): SumRow => ({
  operation: "a",
  bucket: null,
  measure: "checks",
  unit: "documents",
  validated: true,
  total: 10,
  ...over,
});
const people = (over: Partial<SumRow>) => row({ measure: "arrests", unit: "people", ...over });

describe("totals", () => {
  test("keep validated and preliminary apart, and unlike units too", () => {
    const rows = [
      row({}),
      row({ operation: "b", total: 5 }),
      row({ validated: false, total: 7 }),
      row({ unit: "travellers" }),
    ];
    expect(groupTotals(rows, "exact")).toEqual([
      { measure: "checks", unit: "documents", validated: { form: "count", value: 15 }, preliminary: 7 },
      { measure: "checks", unit: "travellers", validated: { form: "count", value: 10 }, preliminary: null },
    ]);
  });

  test("say missing, not zero, where nothing is validated yet", () => {
    expect(groupTotals([row({ validated: false })], "exact")[0]?.validated).toEqual({ form: "missing" });
  });

  test("of 1 to 4 people are hidden from observers and exact for leadership", () => {
    expect(groupTotals([people({ total: 3 })], "operation")[0]).toMatchObject({
      validated: { form: "under", below: 5 },
      preliminary: null,
    });
    expect(groupTotals([people({ total: 3 })], "months")[0]?.validated).toEqual({ form: "count", value: 3 });
  });
});

describe("a sum over operations", () => {
  test("is not told to an observer beside a hidden part, since every operation can be read alone", () => {
    const counts = fc.array(fc.nat(12), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, (all) => {
        const rows = all.map((total, index) => people({ operation: `op-${index}`, total }));
        const [sum] = groupTotals(rows, "operation");
        const said = all.filter((count) => count > 0);
        const small = said.filter((count) => count < 5);
        const whole = { form: "count", value: all.reduce((a, b) => a + b, 0) };
        const hidden = said.length === 1 ? { form: "under", below: 5 } : { form: "withheld" };
        expect(sum?.validated).toEqual(small.length === 0 ? whole : hidden);
      }),
      { seed: 20261122 },
    );
  });
});

describe("trends", () => {
  const day = (date: string, over: Partial<SumRow> = {}) => row({ operation: null, bucket: date, ...over });

  test("keep a day that stated zero and leave out one that said nothing", () => {
    const [trend] = groupTrends([day("2026-11-03"), day("2026-11-06")], ["2026-11-04"], "exact");
    expect(trend?.buckets.map(({ date, validated }) => [date, validated])).toEqual([
      ["2026-11-03", 10],
      ["2026-11-04", 0],
      ["2026-11-06", 10],
    ]);
  });

  test("of matches are zero where checks were made and none was recorded", () => {
    const matches = day("2026-11-03", { measure: "matches", unit: "cases", total: 2 });
    const trends = groupTrends([day("2026-11-03"), day("2026-11-04"), matches], [], "exact");
    expect(
      trends.find(({ measure }) => measure === "matches")?.buckets.map(({ validated }) => validated),
    ).toEqual([2, 0]);
  });

  test("of matches are not drawn for observers: a day would give one away", () => {
    const matches = day("2026-11-03", { measure: "matches", unit: "cases" });
    expect(groupTrends([day("2026-11-03"), matches], [], "operation").map(({ measure }) => measure)).toEqual([
      "checks",
    ]);
  });
});

let next = 0;
const figure = (over: Partial<Published>): Published => ({
  id: String((next += 1)),
  measure: "checks",
  unit: "documents",
  label: "documents checked",
  commodity: null,
  valuation: false,
  value: 100,
  low: null,
  high: null,
  qualifier: "exact",
  wording: null,
  status: "unstated",
  operation: { slug: `op-${next}`, codename: "Op", year: 2011 },
  ...over,
});

describe("published figures", () => {
  test("of one measure and unit are summed, and the qualifier stays honest", () => {
    const { sums, apart } = sumPublished([figure({}), figure({ value: 50, qualifier: "more_than" })]);
    expect(sums).toMatchObject([
      { value: 150, qualifier: "more_than", counted: 2, without: 0, operations: 2 },
    ]);
    expect(apart).toEqual([]);
  });

  test("without a number are left out and never counted as zero", () => {
    const { sums, apart } = sumPublished([
      figure({}),
      figure({}),
      figure({ value: null, qualifier: "unquantified", wording: "several" }),
    ]);
    expect(sums).toMatchObject([{ value: 200, counted: 2, without: 1, qualifier: "at_least" }]);
    expect(apart.map(({ reason }) => reason)).toEqual(["no_number"]);
  });

  test("of another unit, of an unstated one, or that overlap are refused with the reason", () => {
    const reasons = (...figures: Published[]) => sumPublished(figures).apart.map(({ reason }) => reason);
    expect(reasons(figure({}), figure({}), figure({ unit: "travellers" }))).toEqual(["measure.unlike_unit"]);
    expect(reasons(figure({ unit: "unspecified" }), figure({ unit: "unspecified" }))).toEqual([
      "measure.unit_unspecified",
      "measure.unit_unspecified",
    ]);
    expect(
      reasons(
        figure({ measure: "countries", unit: "items" }),
        figure({ measure: "countries", unit: "items" }),
      ),
    ).toEqual(["measure.not_added", "measure.not_added"]);
    expect(reasons(figure({}))).toEqual(["single"]);
  });
});
