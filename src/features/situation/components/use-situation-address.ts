import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { patchQuery, type FilterPatch } from "#components/form/patch-query.ts";
import { useAtOnce } from "#components/form/use-at-once.ts";
import { readSituationSearch } from "../schema.ts";

/**
 * What the address chooses, and a way to change it. Nothing is asked of the page for it: the browser's own history is written, and
 * the queries of this page follow the address. What was chosen is seen at once.
 */
export function useSituationAddress() {
  const written = useSearchParams().toString();
  const [query, setQuery] = useAtOnce(written, written);
  const asked = useMemo(() => readSituationSearch(Object.fromEntries(new URLSearchParams(query))), [query]);
  const show = useRef(setQuery);
  useEffect(() => {
    show.current = setQuery;
  });
  const change = useCallback((patch: FilterPatch) => {
    const { pathname, search } = window.location;
    const next = patchQuery(new URLSearchParams(search), patch);
    window.history.replaceState(null, "", `${pathname}${next}`);
    show.current(next.slice(1));
  }, []);
  return { asked, change };
}
export type ChangeAddress = ReturnType<typeof useSituationAddress>["change"];
