import { readdirSync, readFileSync } from "node:fs";
import { LOCALES, type Locale } from "#i18n/locale.ts";
import type { Fault, Module, Node } from "#testing/modules.ts";

/** Every message of one language by its full key, `matches.state.confirmed`. */
export type Messages = Map<string, string>;

const FOLDER = "src/i18n/messages";
const PLURALS = ["plural", "selectordinal"];
// What Arabic needs besides the form for "other"; without these a count of 3 or 11 reads wrong.
const ARABIC_FORMS = ["few", "many"];

function flatten(value: unknown, key: string, into: Messages): Messages {
  if (typeof value === "string") into.set(key, value);
  else if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [name, child] of Object.entries(value)) flatten(child, key ? `${key}.${name}` : name, into);
  else throw new Error(`${key} is neither text nor an object of texts`);
  return into;
}

/** Reads the JSON files of every language; the file name is the namespace. */
export function readMessages(): Record<Locale, Messages> {
  const read = (locale: Locale): Messages => {
    const into: Messages = new Map();
    for (const file of readdirSync(`${FOLDER}/${locale}`).filter((name) => name.endsWith(".json")))
      flatten(JSON.parse(readFileSync(`${FOLDER}/${locale}/${file}`, "utf8")), file.slice(0, -5), into);
    return into;
  };
  return Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)])) as Record<Locale, Messages>;
}

type Reading = { placeholders: Set<string>; plurals: string[][] };

/** The index after the brace that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  throw new Error(`a brace stays open in “${text}”`);
}

function readArgument(body: string, into: Reading): void {
  const [name = "", type = ""] = body.split(",").map((part) => part.trim());
  into.placeholders.add(name);
  if (![...PLURALS, "select"].includes(type)) return;
  const forms: string[] = [];
  let rest = body.slice(body.indexOf(",", body.indexOf(",") + 1) + 1);
  for (let open = rest.indexOf("{"); open >= 0; open = rest.indexOf("{")) {
    const end = closing(rest, open);
    forms.push(rest.slice(0, open).trim().split(/\s+/).at(-1) ?? "");
    readInto(rest.slice(open + 1, end - 1), into);
    rest = rest.slice(end);
  }
  if (PLURALS.includes(type)) into.plurals.push(forms);
}

function readInto(text: string, into: Reading): Reading {
  for (const tag of text.matchAll(/<([a-zA-Z]\w*)>/g)) into.placeholders.add(`<${tag[1]}>`);
  for (let open = text.indexOf("{"); open >= 0;) {
    const end = closing(text, open);
    readArgument(text.slice(open + 1, end - 1), into);
    open = text.indexOf("{", end);
  }
  return into;
}

// An apostrophe before a brace or tag begins text that is said as it stands.
const QUOTED = /'[{}<#|][^']*('|$)/g;

/** The arguments and tags of an ICU message, nested ones too, and the forms of each plural. */
export const readIcu = (text: string): Reading =>
  readInto(text.replace(QUOTED, ""), { placeholders: new Set(), plurals: [] });

const WORD = /[\p{L}\p{N}][\p{L}\p{N}/.-]*/gu;
const isAcronym = (word: string): boolean => !/\p{Ll}/u.test(word);

/** Whether a value that equals the English one says so on purpose: only acronyms, numbers or shared words. */
export function mayEqualEnglish(value: string, shared: readonly string[]): boolean {
  const bare = value.replace(/\{[^{}]*\}|<\/?\w+>/g, " ");
  const words = bare.match(WORD) ?? [];
  return words.every((word) => isAcronym(word) || shared.includes(word.toLowerCase()));
}

function valueFault(locale: Locale, english: string, value: string): string | undefined {
  if (value.trim() === "") return "empty";
  const [wanted, given] = [readIcu(english), readIcu(value)];
  const differs = wanted.placeholders.symmetricDifference(given.placeholders);
  if (differs.size > 0) return `placeholders differ: ${[...differs].join(" ")}`;
  const poor = given.plurals.some((forms) => ARABIC_FORMS.some((form) => !forms.includes(form)));
  return locale === "ar" && poor ? "plural without few or many" : undefined;
}

/** What one language lacks, has too much of, or says with other placeholders than English. */
export function languageFaults(locale: Locale, english: Messages, own: Messages): Fault[] {
  const fault = (key: string, detail: string): Fault => ({
    path: `${locale}: ${key}`,
    rule: "language",
    detail,
  });
  const missing = [...english.keys()].filter((key) => !own.has(key)).map((key) => fault(key, "missing"));
  const differing = [...own].flatMap(([key, value]) => {
    const original = english.get(key);
    const wrong = original === undefined ? "not in English" : valueFault(locale, original, value);
    return wrong ? [fault(key, wrong)] : [];
  });
  return [...missing, ...differing];
}

const textOf = (node: Node | undefined): string | undefined =>
  typeof node?.value === "string" ? node.value : undefined;

/** What a call asks of the messages: a namespace, or the reason of a refusal under `errors`. */
function wantedBy(node: Node): string | undefined {
  const callee = (node.callee as Node | undefined)?.name;
  const [first, second] = (node.arguments as Node[] | undefined) ?? [];
  if (node.type === "NewExpression" && callee === "DomainError") {
    const reason = textOf(second);
    return reason && `errors.${reason}`;
  }
  if (node.type !== "CallExpression" || !["useTranslations", "getTranslations"].includes(String(callee)))
    return;
  const properties = (first?.properties as Node[] | undefined) ?? [];
  const named = properties.find((one) => (one.key as Node | undefined)?.name === "namespace");
  return textOf(named ? (named.value as Node) : first);
}

/** Namespaces and refusal reasons that the code asks for and English does not have. */
export function wordsWanted(modules: Module[], english: Messages): Fault[] {
  const keys = [...english.keys()];
  const exists = (name: string): boolean => keys.some((key) => key === name || key.startsWith(`${name}.`));
  return modules.flatMap((module) =>
    module.nodes
      .flatMap((node) => wantedBy(node) ?? [])
      .filter((name) => !exists(name))
      .map((detail) => ({ path: module.path, rule: "no such message", detail })),
  );
}
