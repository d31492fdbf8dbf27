import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MEASURES, UNITS } from "#lib/measure.ts";
import { QUALIFIERS } from "#lib/qualifier.ts";
import { loadMessages } from "./load-messages.ts";
import { messageTypes, messageTypesOnDisk } from "./write-message-types.ts";

describe("message keys", () => {
  it("are typed from the English files that exist", () => {
    expect(messageTypesOnDisk()).toBe(messageTypes());
  });
});

describe("terms", () => {
  const path = join(import.meta.dirname, "messages/en/terms.json");
  const terms = JSON.parse(readFileSync(path, "utf8")) as Record<string, Record<string, string>>;

  it.each([
    ["measure", MEASURES],
    ["unit", UNITS],
    ["qualifier", QUALIFIERS],
  ] as const)("has a word for every %s", (name, values) => {
    expect(Object.keys(terms[name] ?? {})).toEqual(expect.arrayContaining([...values]));
  });

  it("leaves the number its place in every qualifier", () => {
    for (const words of Object.values(terms.qualifier ?? {})) expect(words).toContain("{value}");
  });
});

it("French signs never begin a line: the space before them is narrow and does not break", () => {
  const words = JSON.stringify(loadMessages("fr"));
  expect(words).toContain("\u202f:");
  expect(words).toContain("«\u202f");
  expect(words.match(/[ \u00a0][;:?!»]|«[ \u00a0]/g)).toBeNull();
  expect(JSON.stringify(loadMessages("es"))).not.toContain("\u202f");
});
