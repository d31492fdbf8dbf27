/*
 * The rule of small counts, written once and read the same way on the map, in playback, lists, summary, exports and print.
 *
 * People (arrests, victims, migrants, persons located). Programme headquarters and the owning country see them exactly, because they
 * read the records. Leadership sees them exactly by operation, country and whole month, because decisions are made on that; by point
 * or by day, where a neighbour could tell who it was, 1 to 4 are "<5" and never divided by period. Observers see whole operations
 * only, 1 to 4 as "<5".
 * Cases (matches, confirmed matches, matches with an outcome). A match is a lead about a document, not a person: leadership sees
 * them exactly wherever they see a count at all, by point and day too, also in corridors. Observers see them like people, because
 * they know one operation well enough to know whose match it was.
 * Checks and published figures are never small counts of people.
 *
 * Nothing hidden may be worked out from what is shown beside it: a total goes, or further parts go with it.
 */

/** What a reader sees of a count of people. `under` is 1 to 4; `withheld` is hidden only because it would give another away. */
export type Shown =
  { form: "count"; value: number } | { form: "under"; below: 5 } | { form: "withheld" } | { form: "missing" };

/**
 * How finely a reader may divide counts of people and cases. `exact`: they read the rows anyway. `months`: leadership, exact by
 * operation, country and month, so a period is widened to whole months. `operation`: observers, 1 to 4 hidden and never divided by
 * period, because two periods that differ by a day would give a small count away.
 */
export type Fineness = "exact" | "months" | "operation";

const MISSING: Shown = { form: "missing" };
const WITHHELD: Shown = { form: "withheld" };

export const SMALL = 5;

const isSmall = (count: number | null): count is number => count !== null && count > 0 && count < SMALL;

/** One count on its own: 1 to 4 people are "<5"; none is 0; not reported stays missing. */
export function suppressCount(count: number | null): Shown {
  if (count === null) return { form: "missing" };
  return isSmall(count) ? { form: "under", below: SMALL } : { form: "count", value: count };
}

/**
 * Can a reader who knows the total work out any hidden small count? They know: small is 1 to 4; withheld is 5 or more and, the smallest
 * going first, no more than the smallest large count that is shown.
 */
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
  const mostWithheld = [...withheld].reduce((sum, index) => sum + mostAt(index, counts, withheld), 0);
  const mostOfOthers = (small - 1) * (SMALL - 1) + mostWithheld;
  const possible = [1, 2, 3, 4].filter((n) => hidden - n >= leastOfOthers && hidden - n <= mostOfOthers);
  return possible.length < 2;
}

/** The most that the withheld count at this place may be: equal ones go in the order in which they stand. */
function mostAt(place: number, counts: readonly (number | null)[], withheld: ReadonlySet<number>): number {
  return counts.reduce<number>((most, count, index) => {
    if (count === null || count < SMALL || withheld.has(index)) return most;
    return Math.min(most, index < place ? count - 1 : count);
  }, Infinity);
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

/**
 * Parts of a sum that the reader is told exactly elsewhere (leadership: points of a country). Further parts are withheld until no
 * small one can be worked out; where that is not enough, all are, the zeros too. A single part is its sum.
 */
export function suppressKnown(counts: readonly (number | null)[]): Shown[] {
  const { parts, total } = suppressParts(counts);
  const isTold = total.form === "count" || total.form === "missing";
  return isTold ? parts : counts.map((count) => (count === null ? MISSING : WITHHELD));
}

export type Nested = { total: Shown; groups: { shown: Shown; parts: Shown[] }[] };

/**
 * An operation, its countries and their points, for observers: nothing on one level gives away what is hidden on another. Under a
 * hidden group all parts are withheld, large ones and zeros too, since they would add up to it. The total is what the reader is told
 * of the operation anyway; if it gives the groups away, those go.
 */
export function suppressNested(groups: readonly (readonly (number | null)[])[]): Nested {
  const sums = groups.map(sumKnown);
  const { parts, total, apart } = suppressParts(sums);
  const all = sumKnown(sums);
  return {
    total: apart ? suppressCount(all) : total,
    groups: groups.map((counts, index) => {
      const shown = apart && sums[index] !== null ? WITHHELD : (parts[index] ?? MISSING);
      return { shown, parts: partsUnder(shown, counts) };
    }),
  };
}

function partsUnder(shown: Shown, counts: readonly (number | null)[]): Shown[] {
  if (shown.form === "count") return suppressKnown(counts);
  if (counts.length === 1) return [shown];
  return counts.map((count) => (count === null ? MISSING : WITHHELD));
}

const sumKnown = (counts: readonly (number | null)[]): number | null => {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
};

/** A sum of what the reader sees one by one: with a hidden part beside others it is withheld, since the others would give it away. */
export function sumShown(parts: readonly Shown[]): Shown {
  const said = parts.filter(
    (part) => part.form !== "missing" && !(part.form === "count" && part.value === 0),
  );
  const [only] = said;
  if (said.length === 1 && only) return only;
  if (said.some(({ form }) => form !== "count")) return WITHHELD;
  if (parts.every(({ form }) => form === "missing")) return MISSING;
  return {
    form: "count",
    value: said.reduce((sum, part) => sum + (part.form === "count" ? part.value : 0), 0),
  };
}
