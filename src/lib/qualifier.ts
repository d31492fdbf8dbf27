export const QUALIFIERS = [
  "exact",
  "more_than",
  "at_least",
  "nearly",
  "about",
  "some",
  "up_to",
  "order_of_magnitude",
  "unquantified",
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export type Qualified = {
  qualifier: Qualifier;
  value: number | null;
  low?: number | null;
  high?: number | null;
  wording?: string | null;
};

/**
 * How a qualified number is printed. The word and its place come from the language (`terms.qualifier.<key>`,
 * with the number as {value}); this decides only which form applies.
 */
export type Printed =
  | { form: "number"; qualifier: Qualifier; value: number }
  | { form: "range"; qualifier: Qualifier; low: number; high: number }
  | { form: "wording"; wording: string }
  | { form: "missing" };

export function printed(figure: Qualified): Printed {
  const { qualifier, value, low, high, wording } = figure;
  if (typeof low === "number" && typeof high === "number" && low < high)
    return { form: "range", qualifier, low, high };
  if (value !== null && qualifier !== "unquantified") return { form: "number", qualifier, value };
  if (wording) return { form: "wording", wording };
  return { form: "missing" };
}

/** The least and the most that the claim allows; null where it leaves the side open. */
export function boundsOf(figure: Qualified): { low: number | null; high: number | null } {
  const { qualifier, value, low = null, high = null } = figure;
  if (low !== null || high !== null) return { low, high };
  if (value === null) return { low: null, high: null };
  if (qualifier === "exact") return { low: value, high: value };
  if (qualifier === "more_than") return { low: value + 1, high: null };
  if (qualifier === "at_least") return { low: value, high: null };
  if (qualifier === "up_to") return { low: null, high: value };
  if (qualifier === "nearly") return { low: null, high: value - 1 };
  return { low: null, high: null };
}

/**
 * The qualifier of a sum: exact only if every part is; one open side stays open; otherwise "about".
 * Parts without a number make the sum a lower bound, because something is left out of it.
 */
export function qualifierOfSum(parts: readonly Qualifier[]): Qualifier {
  const has = (...some: Qualifier[]) => parts.some((part) => some.includes(part));
  const only = (...some: Qualifier[]) => parts.every((part) => some.includes(part));
  if (only("unquantified")) return "unquantified";
  if (only("exact")) return "exact";
  if (only("exact", "at_least", "unquantified")) return "at_least";
  if (only("exact", "more_than", "at_least", "unquantified")) return "more_than";
  if (only("exact", "nearly")) return "nearly";
  if (only("exact", "nearly", "up_to")) return "up_to";
  return has("order_of_magnitude") ? "order_of_magnitude" : "about";
}
