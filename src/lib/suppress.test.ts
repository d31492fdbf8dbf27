import fc from "fast-check";
import { expect, test } from "vitest";
import { suppressCount, suppressParts } from "./suppress.ts";
import type { Shown } from "./suppress.ts";

const said = ({ parts, total }: { parts: Shown[]; total: Shown }) =>
  [...parts, total].map((shown) => {
    if (shown.form === "count") return String(shown.value);
    return { under: "<5", withheld: "*", missing: "—" }[shown.form];
  });

test("one to four people are '<5', none is 0, not reported is missing", () => {
  expect([null, 0, 1, 4, 5, 12].map(suppressCount).map(({ form }) => form)).toEqual([
    "missing",
    "count",
    "under",
    "under",
    "count",
    "count",
  ]);
});

test("a single small part takes a second one with it, so that the total does not give it away", () => {
  expect(said(suppressParts([3, 20, 40]))).toEqual(["<5", "*", "40", "63"]);
});

test("two small parts hide each other unless their sum leaves no choice", () => {
  expect(said(suppressParts([2, 3, 40]))).toEqual(["<5", "<5", "40", "45"]);
  expect(said(suppressParts([1, 1, 40]))).toEqual(["<5", "<5", "*", "42"]);
});

test("with nothing else to withhold the total goes", () => {
  expect(said(suppressParts([3]))).toEqual(["<5", "<5"]);
  expect(said(suppressParts([3, 0]))).toEqual(["<5", "0", "<5"]);
  expect(said(suppressParts([4, 4]))).toEqual(["<5", "<5", "*"]);
  const apart = (...counts: number[]) => suppressParts(counts).apart;
  expect([apart(4, 4), apart(1, 1, 1, 1, 1, 1), apart(1, 1, 1, 1)]).toEqual([true, true, true]);
  expect([apart(3, 4), apart(2, 9, 30), apart(3), apart(1, 2)]).toEqual([false, false, false, false]);
});

test("what is not reported stays missing, and all missing has no total", () => {
  expect(said(suppressParts([null, 30]))).toEqual(["—", "30", "30"]);
  expect(said(suppressParts([null, null]))).toEqual(["—", "—", "—"]);
});

test("large counts are shown as they are", () => {
  expect(said(suppressParts([5, 0, 9]))).toEqual(["5", "0", "9", "14"]);
});

/** An attacker who tries every world that prints the same numbers. */
function possibleValues(parts: Shown[], total: Shown, index: number): Set<number> {
  const values = new Set<number>();
  const most = total.form === "count" ? total.value : 60;
  const walk = (at: number, sum: number, chosen: number) => {
    if (sum > most) return;
    if (at === parts.length) {
      const fits =
        total.form === "count"
          ? sum === total.value
          : total.form === "under"
            ? sum >= 1 && sum < 5
            : sum >= 5;
      if (fits) values.add(chosen);
      return;
    }
    const shown = parts[at]!;
    const [from, to] =
      shown.form === "count"
        ? [shown.value, shown.value]
        : shown.form === "under"
          ? [1, 4]
          : shown.form === "withheld"
            ? [5, most]
            : [0, 0];
    for (let value = from; value <= to; value++) walk(at + 1, sum + value, at === index ? value : chosen);
  };
  walk(0, 0, -1);
  return values;
}

test("nobody who knows the rules and the total can work out a small count", () => {
  const count = fc.oneof(fc.constant(null), fc.nat(6), fc.nat(15));
  const worlds = fc.sample(fc.array(count, { minLength: 1, maxLength: 4 }), { numRuns: 600, seed: 20261122 });
  const givenAway = worlds.filter((counts) => {
    const { parts, total } = suppressParts(counts);
    return parts.some((shown, at) => shown.form === "under" && possibleValues(parts, total, at).size < 2);
  });
  expect(givenAway).toEqual([]);
});
