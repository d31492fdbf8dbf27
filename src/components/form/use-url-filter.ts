"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useTransition } from "react";

export type FilterPatch = Record<string, string | number | readonly string[] | null | undefined>;

/** Filters live in the URL. `set` replaces the named ones (null or "" removes) and goes back to page 1; `href` gives the same as an address. */
export function useUrlFilter() {
  const parameters = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const href = useCallback(
    (patch: FilterPatch) => `${path}${patchQuery(parameters, patch)}`,
    [parameters, path],
  );
  const set = useCallback(
    (patch: FilterPatch) => startTransition(() => router.replace(href(patch), { scroll: false })),
    [href, router],
  );
  return {
    get: (name: string) => parameters.get(name),
    getAll: (name: string) => parameters.getAll(name),
    set,
    href,
    pending,
  };
}

/** The query string after the patch; any change but one of `page` itself returns to the first page. */
export function patchQuery(current: URLSearchParams | { toString(): string }, patch: FilterPatch): string {
  const next = new URLSearchParams(current.toString());
  if (!("page" in patch)) next.delete("page");
  for (const [name, value] of Object.entries(patch)) {
    next.delete(name);
    if (Array.isArray(value)) for (const one of value as readonly string[]) next.append(name, one);
    else if (value !== null && value !== undefined && value !== "") next.set(name, String(value));
  }
  const query = next.toString();
  return query ? `?${query}` : "";
}
