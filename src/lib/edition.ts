/** Roman numeral of an edition, as printed: II, III, IV. */
export function editionOf(edition: number): string {
  const steps: [number, string][] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = edition;
  let roman = "";
  for (const [value, letters] of steps)
    while (rest >= value) {
      roman += letters;
      rest -= value;
    }
  return roman;
}

type Named = { codename: string; edition?: number | null; year?: number | null };

/**
 * What tells an operation from others of its codename: edition and year, each only where the codename does not say it.
 * No two operations share all three, for their address is made of them.
 */
export function editionAside({ codename, edition, year }: Named): string[] {
  const words = codename.split(/[^\p{L}\p{N}]+/u);
  const roman = edition ? editionOf(edition) : null;
  return [
    ...(roman && !words.includes(roman) && !words.includes(String(edition)) ? [roman] : []),
    ...(year && !words.includes(String(year)) ? [String(year)] : []),
  ];
}

/** An operation by name, edition and year: "Exercise Meridian (2026)"; what the codename says stands once. */
export function nameEdition(operation: Named): string {
  const aside = editionAside(operation);
  return aside.length === 0 ? operation.codename : `${operation.codename} (${aside.join(" · ")})`;
}

/** Names for one list: edition and year only where two operations of the list share a codename. */
export function tellApart(rows: readonly Named[]): (row: Named) => string {
  const alike = new Map<string, Set<string>>();
  for (const row of rows)
    alike.set(row.codename, (alike.get(row.codename) ?? new Set()).add(nameEdition(row)));
  return (row) => ((alike.get(row.codename)?.size ?? 0) > 1 ? nameEdition(row) : row.codename);
}
