import { useLocale } from "next-intl";
import { useMemo } from "react";
import { listed, paired } from "./side-by-side.ts";

/** `listed` and `paired` in the reader's language. */
export function useJoined() {
  const locale = useLocale();
  return useMemo(
    () => ({
      list: (words: readonly string[]) => listed(locale, words),
      pair: (word: string, said: string) => paired(locale, word, said),
    }),
    [locale],
  );
}
