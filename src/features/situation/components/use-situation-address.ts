import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { patchQuery, type FilterPatch } from "#components/form/patch-query.ts";
import { readSituationSearch } from "../schema.ts";

/**
 * What the address chooses, and a way to change it. Nothing is asked of the page for it: the browser's own history is written, and
 * the queries of this page follow the address.
 */
export function useSituationAddress() {
  const parameters = useSearchParams();
  const asked = useMemo(() => readSituationSearch(Object.fromEntries(parameters)), [parameters]);
  const change = useCallback((patch: FilterPatch) => {
    const { pathname, search } = window.location;
    window.history.replaceState(null, "", `${pathname}${patchQuery(new URLSearchParams(search), patch)}`);
  }, []);
  return { asked, change };
}
export type ChangeAddress = ReturnType<typeof useSituationAddress>["change"];
