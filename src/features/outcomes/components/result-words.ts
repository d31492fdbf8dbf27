"use client";

import { useTranslations } from "next-intl";
import { isCurrency } from "#lib/measure.ts";

type TermKey = Parameters<ReturnType<typeof useTranslations<"terms">>>[0];

/** A unit in the reader's language; money keeps its ISO code. */
export function useUnitName(): (unit: string) => string {
  const terms = useTranslations("terms");
  return (unit) => {
    const key = `unit.${unit}` as TermKey;
    return !isCurrency(unit) && terms.has(key) ? terms(key) : unit;
  };
}

/** A commodity in the reader's language; one that has no word of ours keeps its code, readable. */
export function useCommodityName(): (commodity: string) => string {
  const terms = useTranslations("terms");
  return (commodity) => {
    const key = `commodity.${commodity}` as TermKey;
    return terms.has(key) ? terms(key) : commodity.replaceAll("_", " ");
  };
}
