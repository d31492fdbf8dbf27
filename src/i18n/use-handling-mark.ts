import { useTranslations } from "next-intl";

/** A handling mark as the reader's language writes it; a mark of a scheme of one's own, which no file knows, stays as it was typed. */
export function useHandlingMark(): (mark: string) => string {
  const t = useTranslations("terms.handlingMark");
  return (mark) => {
    const key = mark as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : mark;
  };
}
