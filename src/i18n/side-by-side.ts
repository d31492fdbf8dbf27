/** Words one after the other, with the comma of the language. */
export const listed = (locale: string, words: readonly string[]): string =>
  words.join(locale === "ar" ? "، " : ", ");

/** A word and what is said of it. French sets a space before the colon, where no line may break. */
export const paired = (locale: string, word: string, said: string): string =>
  `${word}${locale === "fr" ? "\u202f:" : ":"} ${said}`;
