import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
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
  const read = useMemo(() => readSituationSearch(Object.fromEntries(new URLSearchParams(query))), [query]);
  // While days are played the address changes every second and the choice does not: nothing is worked out anew for it.
  const [filter, setFilter] = useState(read.filter);
  const same = JSON.stringify(filter) === JSON.stringify(read.filter);
  if (!same) setFilter(read.filter);
  const asked = useMemo(() => (same ? { ...read, filter } : read), [read, filter, same]);
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
