"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useTransition } from "react";
import { patchQuery } from "./patch-query.ts";
import type { FilterPatch } from "./patch-query.ts";

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
