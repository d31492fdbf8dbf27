import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { Messages } from "next-intl";
import { keepSigns } from "./french-spaces.ts";
import type { Locale } from "./locale.ts";

type Written = string | { [key: string]: Written };

const loaded = new Map<Locale, Messages>();

/**
 * All messages of one language: each JSON file of its folder is the namespace of its name. Throws when the folder is missing.
 * Inside the application they come ready to be filled in (next.config.js leaves the parser out), elsewhere as they are written.
 */
export function loadMessages(locale: Locale): Messages {
  const kept = loaded.get(locale);
  if (kept && process.env.NODE_ENV === "production") return kept;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "src/i18n/messages", locale);
  const ready = process.env.NEXT_RUNTIME === undefined ? (written: Written) => written : compiled;
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [
      file.slice(0, -".json".length),
      ready(JSON.parse(textOf(join(folder, file), locale)) as Written),
    ]);
  const messages = Object.fromEntries(entries) as Messages;
  loaded.set(locale, messages);
  return messages;
}

function textOf(file: string, locale: Locale): string {
  const text = readFileSync(file, "utf8");
  return locale === "fr" ? keepSigns(text) : text;
}

function compiled(written: Written): unknown {
  // Through text, because only objects of the plainest kind travel to the browser.
  if (typeof written === "string") return JSON.parse(JSON.stringify(compile(written)));
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, compiled(value)]));
}
