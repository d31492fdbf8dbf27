/** What a reader sees of a count of people. `under` is 1 to 4; `withheld` is hidden only because it would give another away. */
export type Shown =
  { form: "count"; value: number } | { form: "under"; below: 5 } | { form: "withheld" } | { form: "missing" };

export const SMALL = 5;

const isSmall = (count: number | null): count is number => count !== null && count > 0 && count < SMALL;

/** One count on its own: 1 to 4 people are "<5"; none is 0; not reported stays missing. */
export function suppressCount(count: number | null): Shown {
  if (count === null) return { form: "missing" };
  return isSmall(count) ? { form: "under", below: SMALL } : { form: "count", value: count };
}

/** Can a reader who knows the total work out any hidden small count? They know: small is 1 to 4, withheld is 5 or more. */
function isGivenAway(
  total: number,
  counts: readonly (number | null)[],
  withheld: ReadonlySet<number>,
): boolean {
  const small = counts.filter(isSmall).length;
  if (small === 0) return false;
  const shown = counts.reduce<number>(
    (sum, count, index) => sum + (count !== null && !isSmall(count) && !withheld.has(index) ? count : 0),
    0,
  );
  const hidden = total - shown;
  const leastOfOthers = small - 1 + withheld.size * SMALL;
  const mostOfOthers = withheld.size > 0 ? Infinity : (small - 1) * (SMALL - 1);
  const possible = [1, 2, 3, 4].filter((n) => hidden - n >= leastOfOthers && hidden - n <= mostOfOthers);
  return possible.length < 2;
}

/**
 * Counts of people beside their total, for readers who may not see small ones. Further counts are withheld, the
 * smallest first, until no small one can be worked out from the total; if nothing is left to withhold, the total goes.
 * Counts that are not reported stay missing and are no part of the total. `apart`: parts and total never stand together, so
 * whoever shows the total elsewhere leaves the parts out.
 */
export function suppressParts(counts: readonly (number | null)[]): {
  parts: Shown[];
  total: Shown;
  apart: boolean;
} {
  const known = counts.filter((count) => count !== null);
  const total = known.reduce((sum, count) => sum + count, 0);
  const withheld = new Set<number>();
  const candidates = counts
    .map((count, index) => ({ count: count ?? 0, index }))
    .filter(({ count }) => count >= SMALL)
    .toSorted((a, b) => a.count - b.count);
  let totalGoes = false;
  while (!totalGoes && isGivenAway(total, counts, withheld)) {
    const next = candidates.shift();
    if (next) withheld.add(next.index);
    else totalGoes = true;
  }
  if (totalGoes) withheld.clear();
  const parts = counts.map((count, index): Shown =>
    withheld.has(index) ? { form: "withheld" } : suppressCount(count),
  );
  // Four parts of at least one each leave a total of "<5" no choice either.
  const apart = totalGoes && (total >= SMALL || known.filter((count) => count > 0).length === SMALL - 1);
  return { parts, total: totalShown(known.length === 0 ? null : total, totalGoes), apart };
}

function totalShown(total: number | null, goes: boolean): Shown {
  if (total !== null && goes && !isSmall(total)) return { form: "withheld" };
  return suppressCount(total);
}
