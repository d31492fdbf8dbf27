import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import * as enums from "#generated/prisma/enums.ts";
import { LOCALES, type Locale } from "#i18n/locale.ts";
import { languageFaults, mayEqualEnglish, readIcu, readMessages, wordsWanted } from "#testing/messages.ts";
import { isCode, listFiles, parseModule, readSources, type Fault } from "#testing/modules.ts";
import { isTest } from "#testing/names.ts";
import { SHARED_WORDS, UNSPOKEN_ENUMS } from "#testing/shared-words.ts";

const messages = readMessages();
const others = LOCALES.filter((locale): locale is Exclude<Locale, "en"> => locale !== "en");
const paths = listFiles(process.cwd(), ["src"]).filter((path) => isCode(path) && !isTest(path));
const modules = readSources(process.cwd(), paths).map(parseModule);
const say = (faults: Fault[]): string[] => faults.map((one) => `${one.path}: ${one.detail}`);
const english = (entries: Record<string, string>) => new Map(Object.entries(entries));

/** Formats one message with something for every placeholder; returns the complaint, if any. */
function complaintOf(locale: Locale, text: string): string | undefined {
  const complaints: string[] = [];
  const names = [...readIcu(text).placeholders];
  const values = Object.fromEntries(
    names.map((name) => (name.startsWith("<") ? [name.slice(1, -1), (chunk: string) => chunk] : [name, 2])),
  );
  const t = createTranslator({
    locale,
    messages: { text },
    onError: (error) => complaints.push(error.message),
  });
  t.markup("text", values as never);
  return complaints[0];
}

describe("the four languages", () => {
  it("have messages at all", () => {
    expect(messages.en.size).toBeGreaterThan(50);
  });

  it.each(others)("%s has every key of English with the same placeholders, and no other", (locale) => {
    expect(say(languageFaults(locale, messages.en, messages[locale]))).toEqual([]);
  });

  it.each(others)("%s is translated: nothing reads as in English unless the word is shared", (locale) => {
    const same = [...messages[locale]].filter(([key, value]) => messages.en.get(key) === value);
    const untranslated = same.filter(([, value]) => !mayEqualEnglish(value, SHARED_WORDS[locale]));
    expect(untranslated.map((entry) => entry.join(": "))).toEqual([]);
  });

  it.each(LOCALES)("%s can be said: every message is valid ICU", (locale) => {
    const broken = [...messages[locale]].flatMap(([key, text]) => {
      const complaint = complaintOf(locale, text);
      return complaint ? [`${key}: ${complaint}`] : [];
    });
    expect(broken).toEqual([]);
  });

  it("have every namespace the screens ask for and every reason the server refuses with", () => {
    expect(say(wordsWanted(modules, messages.en))).toEqual([]);
  });

  it("name every member of every enum", () => {
    const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
    const wanted = Object.entries(enums)
      .filter(([name]) => !UNSPOKEN_ENUMS.includes(name))
      .flatMap(([name, members]) => Object.keys(members).map((member) => `terms.${lower(name)}.${member}`));
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((key) => !messages.en.has(key))).toEqual([]);
  });
});

describe("the language check", () => {
  const original = english({
    "x.a": "{n, plural, one {# match at {point}} other {# matches at {point}}} <b>now</b>",
  });
  const convicted = (locale: Locale, value: string): string[] =>
    languageFaults(locale, original, english({ "x.a": value })).map((fault) => fault.detail);

  it("reads nested placeholders, tags and quoted braces", () => {
    expect([...readIcu("{a} '{b}' {c, select, x {{d}} other {<i>e</i>}}").placeholders]).toEqual([
      "<i>",
      "a",
      "c",
      "d",
    ]);
  });

  it("convicts a missing key, an extra key, an empty value and other placeholders", () => {
    expect(languageFaults("fr", original, english({})).map((one) => one.detail)).toEqual(["missing"]);
    expect(languageFaults("fr", original, english({ "x.b": "b" })).map((one) => one.detail)).toContain(
      "not in English",
    );
    expect(convicted("fr", " ")).toEqual(["empty"]);
    expect(convicted("fr", "{n} réponses à {lieu} <b>!</b>")).toEqual(["placeholders differ: point lieu"]);
    expect(convicted("fr", "{n} réponses à {point}")).toEqual(["placeholders differ: <b>"]);
  });

  it("convicts an Arabic plural with two forms only", () => {
    const two = "{n, plural, one {{point} نتيجة} other {{point} نتائج}} <b>الآن</b>";
    expect(convicted("ar", two)).toEqual(["plural without few or many"]);
  });

  it("convicts English left standing, and lets acronyms and shared words pass", () => {
    expect(mayEqualEnglish("Record a match", SHARED_WORDS.fr)).toBe(false);
    expect(mayEqualEnglish("Document {number}: SLTD, I-24/7", SHARED_WORDS.fr)).toBe(true);
    expect(mayEqualEnglish("Documents", SHARED_WORDS.ar)).toBe(false);
  });

  it("convicts a message that cannot be formatted", () => {
    expect(complaintOf("en", "{n, plural, one {#}}")).toBeDefined();
    expect(complaintOf("en", "{n, plural, one {#} other {#}}")).toBeUndefined();
  });

  it("convicts a namespace and a reason that nobody wrote", () => {
    const source =
      'useTranslations("x"); getTranslations({ namespace: "y" }); new DomainError("invalid", "z.is_wrong");';
    const faults = wordsWanted([parseModule({ path: "src/app/page.tsx", source })], original);
    expect(faults.map((fault) => fault.detail)).toEqual(["y", "errors.z.is_wrong"]);
  });
});
