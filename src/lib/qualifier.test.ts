import { expect, test } from "vitest";
import { boundsOf, printed, QUALIFIERS, qualifierOfSum } from "./qualifier.ts";

test("'more than 20,000' keeps its qualifier and its number", () => {
  expect(printed({ qualifier: "more_than", value: 20_000 })).toEqual({
    form: "number",
    qualifier: "more_than",
    value: 20_000,
  });
});

test("a low and a high print as a range", () => {
  expect(printed({ qualifier: "about", value: 15, low: 10, high: 20 })).toEqual({
    form: "range",
    qualifier: "about",
    low: 10,
    high: 20,
  });
});

test("what has no number prints its wording, and without wording it is missing, never zero", () => {
  expect(printed({ qualifier: "unquantified", value: null, wording: "dozens" })).toEqual({
    form: "wording",
    wording: "dozens",
  });
  expect(printed({ qualifier: "exact", value: null })).toEqual({ form: "missing" });
  expect(printed({ qualifier: "exact", value: 0 })).toEqual({ form: "number", qualifier: "exact", value: 0 });
});

test("more than 6,500 begins at 6,501 and has no end", () => {
  expect(boundsOf({ qualifier: "more_than", value: 6500 })).toEqual({ low: 6501, high: null });
  expect(boundsOf({ qualifier: "nearly", value: 8000 })).toEqual({ low: null, high: 7999 });
  expect(boundsOf({ qualifier: "some", value: 200 })).toEqual({ low: null, high: null });
});

test("a sum is as exact as its least exact part", () => {
  expect(qualifierOfSum(["exact", "exact"])).toBe("exact");
  expect(qualifierOfSum(["exact", "more_than"])).toBe("more_than");
  expect(qualifierOfSum(["exact", "at_least"])).toBe("at_least");
  expect(qualifierOfSum(["exact", "nearly"])).toBe("nearly");
  expect(qualifierOfSum(["more_than", "nearly"])).toBe("about");
  expect(qualifierOfSum(["exact", "unquantified"])).toBe("at_least");
  for (const one of QUALIFIERS.filter((q) => q !== "some")) expect(qualifierOfSum([one])).toBe(one);
});
