import "server-only";
import { createFormatter, createTranslator, type Messages } from "use-intl/core";
import { formats } from "#i18n/formats.ts";
import { loadMessages } from "#i18n/load-messages.ts";
import { isLocale, type Locale } from "#i18n/locale.ts";

/** A reader's language on the server, for what leaves as a file: `say("outcomes.title")`, `named("terms.offence", code)`, dates, numbers. */
export function wordsFor(locale: Locale) {
  const messages = loadMessages(locale) as Messages;
  const say = createTranslator({ locale, messages, formats });
  // Day first, as the screen writes it.
  const format = createFormatter({
    locale: locale === "en" ? ("en-GB" as Locale) : locale,
    formats,
    timeZone: "UTC",
  });
  return {
    locale,
    say,
    format,
    /** The word for a code of a closed list; a code without a word stays readable. */
    named: (namespace: string, code: string | null): string => {
      if (code === null) return "";
      const key = `${namespace}.${code}` as Parameters<typeof say>[0];
      return say.has(key) ? (say as (key: string) => string)(key) : code.replaceAll("_", " ");
    },
  };
}
/** The language a person has chosen; English where it is none of ours. */
export const wordsOf = ({ locale }: { locale: string }) => wordsFor(isLocale(locale) ? locale : "en");
export type Words = ReturnType<typeof wordsFor>;
