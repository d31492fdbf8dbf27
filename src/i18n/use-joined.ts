import { useLocale } from "next-intl";

type Joined = { list: (words: readonly string[]) => string; pair: (name: string, said: string) => string };

const joinedBy = (comma: string, colon: string): Joined => ({
  list: (words) => words.join(comma),
  pair: (name, said) => `${name}${colon}${said}`,
});
const ARABIC = joinedBy("، ", ": ");
const FRENCH = joinedBy(", ", "\u202f: ");
const OTHERS = joinedBy(", ", ": ");

/** What joins words said one after another, where no message says them: the comma of Arabic, the colon of French. */
export function useJoined(): Joined {
  const locale = useLocale();
  return locale === "ar" ? ARABIC : locale === "fr" ? FRENCH : OTHERS;
}
