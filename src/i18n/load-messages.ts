import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Messages } from "next-intl";
import type { Locale } from "./locale.ts";

const loaded = new Map<Locale, Messages>();

/** All messages of one language: each JSON file of its folder is the namespace of its name. Throws when the folder is missing. */
export function loadMessages(locale: Locale): Messages {
  const kept = loaded.get(locale);
  if (kept && process.env.NODE_ENV === "production") return kept;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "src/i18n/messages", locale);
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [file.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, file), "utf8"))]);
  const messages = Object.fromEntries(entries) as Messages;
  loaded.set(locale, messages);
  return messages;
}
