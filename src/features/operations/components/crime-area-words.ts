"use client";

import { useTranslations } from "next-intl";

/** What a crime area is called: those of the forms in the reader's language, any other as it was typed. */
export function useCrimeAreaWords(): (area: string) => string {
  const areas = useTranslations("terms.offence");
  return (area) => (areas.has(area as "drugs") ? areas(area as "drugs") : area.replaceAll("_", " "));
}
