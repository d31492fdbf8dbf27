import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The text of message-types.ts for the namespaces that exist in English: the one list, derived, never edited. */
export function messageTypes(): string {
  const names = readdirSync(here("./messages/en"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
  const nameOf = (file: string) => file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const keyOf = (file: string) => (file.includes("-") ? `"${file}"` : file);
  return [
    "// Written by `node src/i18n/write-message-types.ts`; a test compares it with the folder.",
    ...names.map((name) => `import type ${nameOf(name)} from "./messages/en/${name}.json";`),
    'import type { formats } from "./formats.ts";',
    'import type { Locale } from "./locale.ts";',
    "",
    'declare module "next-intl" {',
    "  interface AppConfig {",
    "    Locale: Locale;",
    "    Formats: typeof formats;",
    "    Messages: {",
    ...names.map((name) => `      ${keyOf(name)}: typeof ${nameOf(name)};`),
    "    };",
    "  }",
    "}",
    "",
  ].join("\n");
}

export function messageTypesOnDisk(): string {
  return readFileSync(here("./message-types.ts"), "utf8");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(here("./message-types.ts"), messageTypes());
