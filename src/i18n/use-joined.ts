import { useLocale } from "next-intl";
import { listed, paired } from "./side-by-side.ts";

type Joined = { list: (words: readonly string[]) => string; pair: (name: string, said: string) => string };

const made = new Map<string, Joined>();

/** What joins words said one after another, in the reader's language; the same object from one reading to the next. */
export function useJoined(): Joined {
  const locale = useLocale();
  let joined = made.get(locale);
  if (!joined) {
    joined = { list: (words) => listed(locale, words), pair: (name, said) => paired(locale, name, said) };
    made.set(locale, joined);
  }
  return joined;
}
