import { useTranslations } from "next-intl";

/** A kind in the reader's words, such as a commodity; one that no file of words knows stays as its source has it. */
export function useKindWords(): (kind: string) => string {
  const terms = useTranslations("terms");
  return (kind) => {
    const key = `commodity.${kind}` as Parameters<typeof terms>[0];
    return terms.has(key) ? terms(key) : kind.replaceAll("_", " ");
  };
}
