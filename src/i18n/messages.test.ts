import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as enums from "#generated/prisma/enums.ts";
import { MEASURES, UNITS } from "#lib/measure.ts";
import { QUALIFIERS } from "#lib/qualifier.ts";
import { LOCALES } from "./locale.ts";
import { messageTypes, messageTypesOnDisk } from "./write-message-types.ts";

const folder = join(import.meta.dirname, "messages");
const files = readdirSync(join(folder, "en")).filter((file) => file.endsWith(".json"));
type Flat = Map<string, string>;

function read(locale: string, file: string): Flat {
  return flatten(JSON.parse(readFileSync(join(folder, locale, file), "utf8")));
}

function flatten(value: object, path: string[] = [], flat: Flat = new Map()): Flat {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "string") flat.set([...path, key].join("."), inner);
    else flatten(inner as object, [...path, key], flat);
  }
  return flat;
}

/** Names of the arguments and tags of an ICU message, without the words inside its branches. */
function placeholders(message: string): string[] {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(?:,|\})/g)].map((match) => match[1] ?? "");
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...names, ...tags])].sort();
}

describe("messages", () => {
  it("has the same namespaces in every language", () => {
    expect(files.length).toBeGreaterThan(2);
    for (const locale of LOCALES)
      expect(readdirSync(join(folder, locale)).sort(), locale).toEqual(files.sort());
  });

  it.each(files)("%s has every key and placeholder in every language, and no other", (file) => {
    const english = read("en", file);
    for (const locale of LOCALES) {
      const other = read(locale, file);
      expect([...other.keys()].sort(), `${locale}/${file}`).toEqual([...english.keys()].sort());
      for (const [key, message] of english)
        expect(placeholders(other.get(key) ?? ""), `${locale}/${file} ${key}`).toEqual(placeholders(message));
    }
  });

  it("says nothing with empty words", () => {
    for (const locale of LOCALES)
      for (const file of files)
        for (const [key, message] of read(locale, file))
          expect(message.trim(), `${locale}/${file} ${key}`).not.toBe("");
  });

  it("types its keys from the English files that exist", () => {
    expect(messageTypesOnDisk()).toBe(messageTypes());
  });
});

describe("terms", () => {
  const terms = JSON.parse(readFileSync(join(folder, "en", "terms.json"), "utf8")) as Record<string, object>;
  const nameless = ["PersonKind", "LinkPurpose"];

  it("has a word for every value of every enum of the model", () => {
    for (const [name, values] of Object.entries(enums)) {
      if (nameless.includes(name)) continue;
      const key = name.charAt(0).toLowerCase() + name.slice(1);
      expect(Object.keys(terms[key] ?? {}), name).toEqual(expect.arrayContaining(Object.values(values)));
    }
  });

  it("has a word for every measure, unit and qualifier", () => {
    expect(Object.keys(terms.measure ?? {})).toEqual(expect.arrayContaining([...MEASURES]));
    expect(Object.keys(terms.unit ?? {})).toEqual(expect.arrayContaining([...UNITS]));
    expect(Object.keys(terms.qualifier ?? {})).toEqual(expect.arrayContaining([...QUALIFIERS]));
  });
});
