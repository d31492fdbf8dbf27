"use client";

import { useTranslations } from "next-intl";
import { useHandlingMark } from "#i18n/use-handling-mark.ts";

/** A handling mark as the reader's language says it, and what it means; a mark of one's own stands as it is. */
export function useMarkWords() {
  const name = useHandlingMark();
  const meanings = useTranslations("terms.handlingMeaning");
  return {
    name,
    meaning: (mark: string): string | null => {
      const key = mark as Parameters<typeof meanings>[0];
      return meanings.has(key) ? meanings(key) : null;
    },
  };
}
