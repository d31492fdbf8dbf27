import { expect, test } from "vitest";
import { isId, newId } from "./ids.ts";

test("a new id is a UUID of version 7 that carries its time", () => {
  const id = newId(Date.UTC(2099, 0, 1));
  expect(isId(id)).toBe(true);
  expect(id[14]).toBe("7");
  expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.UTC(2099, 0, 1));
});

test("20,000 ids made in a row are all different and sort in the order of making", () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test("a clock that goes back does not make ids that sort before earlier ones", () => {
  const first = newId(Date.UTC(2100, 0, 2));
  expect(newId(Date.UTC(2100, 0, 1)) > first).toBe(true);
});

test("what is not a UUID in lower case is no id", () => {
  for (const written of ["", "x", null, 7, {}, newId().toUpperCase(), `${newId()}0`, ` ${newId()}`])
    expect(isId(written)).toBe(false);
});
