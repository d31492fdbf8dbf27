import fc from "fast-check";
import { expect, test } from "vitest";
import { suppressCount, suppressKnown, suppressNested, suppressParts, sumShown } from "./suppress.ts";
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

/** Every world of these sizes that prints the same, as an attacker who has this file would list them. */
function sameWorlds<T>(world: readonly number[], most: number, print: (world: readonly number[]) => T) {
  const printed = JSON.stringify(print(world));
  const found: number[][] = [];
  const walk = (chosen: number[]) => {
    if (chosen.length === world.length) {
      if (JSON.stringify(print(chosen)) === printed) found.push(chosen);
      return;
    }
    for (let value = 0; value <= most; value++) walk([...chosen, value]);
  };
  walk([]);
  return found;
}
const isSmall = (count: number) => count > 0 && count < 5;
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

test("points of a country whose sum leadership knows: no small one can be worked out", () => {
  const worlds = fc.sample(fc.array(fc.nat(9), { minLength: 2, maxLength: 3 }), {
    numRuns: 120,
    seed: 20261122,
  });
  for (const world of worlds) {
    const same = sameWorlds(world, 14, (counts) => [suppressKnown(counts), sum(counts)]);
    const told = world.filter(
      (count, at) => isSmall(count) && new Set(same.map((other) => other[at])).size === 1,
    );
    expect(told, String(world)).toEqual([]);
  }
  expect(suppressKnown([3, 0]).map(({ form }) => form)).toEqual(["withheld", "withheld"]);
  expect(suppressKnown([3, 20]).map(({ form }) => form)).toEqual(["under", "withheld"]);
  expect(suppressKnown([7, 0, null]).map(({ form }) => form)).toEqual(["count", "count", "missing"]);
});

test("countries and their points together give an observer no small count of either", () => {
  const worlds = fc.sample(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)), { numRuns: 80, seed: 20261122 });
  for (const world of worlds) {
    const same = sameWorlds(world, 12, ([a = 0, b = 0, c = 0]) => suppressNested([[a], [b, c]]));
    const [a, b, c] = world;
    const told = (
      [
        [a, (other: number[]) => other[0]],
        [b, (other: number[]) => other[1]],
        [c, (other: number[]) => other[2]],
        [b + c, (other: number[]) => (other[1] ?? 0) + (other[2] ?? 0)],
      ] as const
    ).filter(([small, of]) => isSmall(small) && new Set(same.map(of)).size === 1);
    expect(told, String(world)).toEqual([]);
  }
});

test("under a country that is hidden no point is shown, or its points would add up to it", () => {
  const { groups, total } = suppressNested([[3], [12, 8], [40]]);
  expect(total).toEqual({ form: "count", value: 63 });
  expect(groups.map(({ shown }) => shown.form)).toEqual(["under", "withheld", "count"]);
  expect(groups[1]?.parts.map(({ form }) => form)).toEqual(["withheld", "withheld"]);
});

test("a sum with a hidden part is withheld, with only one part it is that part", () => {
  const count = (value: number): Shown => ({ form: "count", value });
  const under: Shown = { form: "under", below: 5 };
  expect(sumShown([count(7), count(0), count(5)])).toEqual(count(12));
  expect(sumShown([under, count(0), { form: "missing" }])).toEqual(under);
  expect(sumShown([under, count(20)])).toEqual({ form: "withheld" });
  expect(sumShown([{ form: "missing" }])).toEqual({ form: "missing" });
  expect(sumShown([count(0), { form: "missing" }])).toEqual(count(0));
});
