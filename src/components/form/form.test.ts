import { describe, expect, it } from "vitest";
import { z } from "zod";
import { issueMessage } from "./issue-message.ts";
import type { Issue } from "./issue-message.ts";
import { parseCount } from "./parse-count.ts";
import { isReadTwoWays, parseDecimal } from "./parse-decimal.ts";
import { readError } from "./read-error.ts";
import { patchQuery } from "./patch-query.ts";
import { untouchedOf } from "./use-clash.ts";

describe("parseCount", () => {
  it.each([
    ["", null],
    ["  ", null],
    ["0", 0],
    ["1187", 1187],
    ["1 187", 1187],
    ["1,187", 1187],
    ["1.187.000", 1_187_000],
    ["1\u202f187", 1187],
    ["١١٨٧", 1187],
    ["12.5", undefined],
    ["1,18", undefined],
    ["1.187,000", undefined],
    ["-3", undefined],
    ["1e5", undefined],
    ["abc", undefined],
    ["9999999999999", undefined],
  ])("reads %j as %s", (typed, expected) => {
    expect(parseCount(typed)).toBe(expected);
  });
});

describe("issueMessage", () => {
  const schema = z.strictObject({
    count: z.int().min(0).max(1_000_000_000),
    name: z.string().min(1).max(3),
    mail: z.email(),
    kind: z.enum(["a", "b"]),
    day: z.iso.date(),
    lines: z.array(z.string()).min(1),
  });
  const said = (value: unknown) =>
    Object.fromEntries(
      (schema.safeParse(value).error?.issues ?? []).map((issue) => [
        issue.path.join("."),
        issueMessage(issue as unknown as Issue),
      ]),
    );

  it("says what is wrong with each field in words that have numbers", () => {
    const result = said({
      count: -1,
      name: "long",
      mail: "x",
      kind: "c",
      day: "2026-02-30",
      lines: [],
      more: 1,
    });
    expect(result).toMatchObject({
      count: { key: "too_small_number", values: { minimum: 0 } },
      name: { key: "too_long", values: { maximum: 3 } },
      mail: { key: "invalid_email" },
      kind: { key: "not_a_choice" },
      day: { key: "invalid_date" },
      lines: { key: "too_few", values: { minimum: 1 } },
      "": { key: "unknown_fields" },
    });
  });

  it("asks for what is missing instead of naming a type", () => {
    const result = said({ name: "", lines: ["x"], mail: "a@b.example", kind: "a", day: "2026-01-01" });
    expect(result.count?.key).toBe("required");
    expect(result.name?.key).toBe("required");
  });

  it("tells a decimal and a word from a whole number", () => {
    expect(said({ count: 1.5 }).count?.key).toBe("not_whole");
    expect(said({ count: "many" }).count?.key).toBe("not_a_number");
  });

  it("reads details from the wire", () => {
    const issue = { path: ["count"], code: "too_big", params: { origin: "number", maximum: 9 } };
    expect(issueMessage(issue)).toEqual({ key: "too_big_number", values: { maximum: 9 } });
  });
});

describe("readError", () => {
  it("takes a lost reply for a lost connection", () => {
    expect(readError(new TypeError("Failed to fetch")).reason).toBe("offline");
  });

  it("gives the server's reason, its values and a general sentence to fall back to", () => {
    const error = {
      data: { code: "CONFLICT", reason: "match.already_closed", values: { reference: "KE-0147" } },
    };
    expect(readError(error)).toMatchObject({
      reason: "match.already_closed",
      fallback: "conflict",
      values: { reference: "KE-0147" },
    });
  });

  it("never shows the words of an unexpected failure", () => {
    const error = {
      message: "relation does not exist",
      data: { code: "INTERNAL_SERVER_ERROR", reason: null },
    };
    expect(readError(error)).toMatchObject({ reason: "server", values: {}, issues: [] });
  });
});

describe("where somebody saved meanwhile", () => {
  it("what only they touched is theirs to begin with, and what both touched is not", () => {
    const base = { name: "Namanga", zone: "UTC", codes: ["a"], note: null };
    const mine = { ...base, name: "Namanga A", codes: ["a", "b"] };
    const theirs = { ...base, name: "Namanga B", zone: "Africa/Nairobi" };
    const names = ["name", "zone", "codes", "note"] as const;
    expect(untouchedOf(names, { base, mine, theirs })).toEqual(["zone"]);
    expect(untouchedOf(names, { base, mine: base, theirs })).toEqual(["name", "zone"]);
  });
});

describe("patchQuery", () => {
  it("replaces, adds and removes, and returns to the first page", () => {
    const current = new URLSearchParams("exercise=1&country=KE&page=4");
    expect(patchQuery(current, { country: null, text: "air" })).toBe("?exercise=1&text=air");
    expect(patchQuery(current, { page: 5 })).toBe("?exercise=1&country=KE&page=5");
    expect(patchQuery(current, { country: ["KE", "RW"] })).toBe("?exercise=1&country=KE&country=RW");
    expect(patchQuery(new URLSearchParams(), { text: "" })).toBe("");
  });
});

describe("parseDecimal", () => {
  it.each([
    ["", null],
    ["0", 0],
    ["14.5", 14.5],
    ["14,5", 14.5],
    ["1187", 1187],
    ["1 187,25", 1187.25],
    ["1'187.25", 1187.25],
    ["1,187.25", 1187.25],
    ["1.187,25", 1187.25],
    ["1.187.000", 1_187_000],
    ["1.187", 1.187],
    ["١٤٫٥", 14.5],
    ["12.3456", undefined],
    ["1,2,3", undefined],
    ["-3", undefined],
    ["1e5", undefined],
    ["=1+1", undefined],
    ["9999999999999", undefined],
  ])("reads %j as %s", (typed, expected) => {
    expect(parseDecimal(typed)).toBe(expected);
  });

  it("knows what can be read in two ways", () => {
    expect(["1.187", "1,187", "12.5", "0.187", "1187", "1 187"].map(isReadTwoWays)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
