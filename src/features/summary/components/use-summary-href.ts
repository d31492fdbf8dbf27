"use client";

import { useSearchParams } from "next/navigation";
import { patchQuery, type FilterPatch } from "#components/form/patch-query.ts";

/** An address of the Summary with what is chosen now and one change: the same from the page and from its printed form. */
export function useSummaryHref(): (patch: FilterPatch) => string {
  const parameters = useSearchParams();
  return (patch) => `/summary${patchQuery(parameters, patch)}`;
}
