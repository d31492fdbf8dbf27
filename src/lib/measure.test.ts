import fc from "fast-check";
import { expect, test } from "vitest";
import { isUnit, MEASURES, sumOf, UNITS, whyNotCompared, whyNotSummed } from "./measure.ts";
import type { Measured } from "./measure.ts";

const checks = (unit: string, value: number | null = 1) => ({ measure: "checks" as const, unit, value });

test("searches and documents are not added: eight thousand passengers are not eight thousand documents", () => {
  expect(whyNotSummed(checks("travellers"), checks("documents"))).toBe("measure.unlike_unit");
  expect(sumOf([checks("travellers", 8000), checks("documents", 8000)])).toEqual({
    ok: false,
    reason: "measure.unlike_unit",
  });
});

test("checks and matches are not compared", () => {
  expect(whyNotCompared(checks("searches"), { measure: "matches", unit: "searches" })).toBe(
    "measure.unlike_measure",
  );
});

test("mixed and unspecified units fit nothing, not even themselves", () => {
  expect(whyNotCompared(checks("mixed"), checks("mixed"))).toBe("measure.unit_mixed");
  expect(whyNotCompared(checks("unspecified"), checks("unspecified"))).toBe("measure.unit_unspecified");
});

test("kilograms and tonnes, euros and dollars stay apart", () => {
  const seized = (unit: string): Measured => ({ measure: "seizures", unit, commodity: "cocaine" });
  expect(whyNotSummed(seized("kg"), seized("t"))).toBe("measure.unlike_unit");
  expect(whyNotSummed(seized("EUR"), seized("USD"))).toBe("measure.unlike_unit");
  expect(whyNotSummed(seized("kg"), seized("kg"))).toBeNull();
});

test("a kilogram of gold is not added to a kilogram of cocaine, nor a value to a seizure", () => {
  const gold: Measured = { measure: "seizures", unit: "kg", commodity: "gold" };
  expect(whyNotSummed(gold, { ...gold, commodity: "cocaine" })).toBe("measure.unlike_kind");
  expect(whyNotSummed(gold, { ...gold, valuation: true })).toBe("measure.valuation_apart");
});

test("countries and nationalities are compared but never added", () => {
  const countries: Measured = { measure: "countries", unit: "items" };
  expect(whyNotCompared(countries, countries)).toBeNull();
  expect(whyNotSummed(countries, countries)).toBe("measure.not_added");
});

test("a missing number is never zero: it is left out and said so", () => {
  expect(sumOf([checks("searches", 5), checks("searches", null)])).toEqual({
    ok: true,
    value: 5,
    counted: 1,
    without: 1,
  });
  expect(sumOf([checks("searches", null)])).toMatchObject({ value: null, without: 1 });
  expect(sumOf([])).toEqual({ ok: true, value: null, counted: 0, without: 0 });
  expect(sumOf([checks("searches", 0)])).toMatchObject({ value: 0 });
});

test("the order of two figures does not change whether they are put together", () => {
  const measured = fc.record({
    measure: fc.constantFrom(...MEASURES),
    unit: fc.constantFrom(...UNITS, "EUR"),
    commodity: fc.constantFrom(null, "gold", "ivory"),
    valuation: fc.boolean(),
  });
  fc.assert(
    fc.property(measured, measured, (a, b) => {
      expect(whyNotSummed(a, b)).toBe(whyNotSummed(b, a));
      expect(whyNotCompared(a, b)).toBe(whyNotCompared(b, a));
    }),
  );
});

test("a unit is one of the list or a currency code", () => {
  expect([...UNITS, "EUR", "XOF"].every(isUnit)).toBe(true);
  expect(["eur", "KILO", "", "pounds", 3, null].some(isUnit)).toBe(false);
});
