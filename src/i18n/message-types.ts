// Written by `node src/i18n/write-message-types.ts`; a test compares it with the folder.
import type errors from "./messages/en/errors.json";
import type shell from "./messages/en/shell.json";
import type terms from "./messages/en/terms.json";
import type { formats } from "./formats.ts";
import type { Locale } from "./locale.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Formats: typeof formats;
    Messages: {
      errors: typeof errors;
      shell: typeof shell;
      terms: typeof terms;
    };
  }
}
