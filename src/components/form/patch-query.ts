export type FilterPatch = Record<string, string | number | readonly string[] | null | undefined>;

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
