export const ORGANISATION_FIELDS = ["name", "acronym", "kind", "countryCode"] as const;

type Named = { name: string; acronym: string | null; countryCode: string | null };

/** Words that say nothing about which organisation it is, in the languages of the house. */
const EMPTY = new Set(
  "the of and for de la le les du des et el los las del y d l général general national nationale nacional"
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(" "),
);

/** A name as it is compared: without accents, case, punctuation and small words, in any order. */
export function foldedName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !EMPTY.has(word))
    .toSorted()
    .join(" ");
}

/** Whether two would stand in one list as one and the same: by name or acronym, in one country or with none stated. */
export function soundsAlike(a: Named, b: Named): boolean {
  if (a.countryCode !== null && b.countryCode !== null && a.countryCode !== b.countryCode) return false;
  const names = (one: Named) =>
    [one.name, one.acronym ?? ""].map(foldedName).filter((folded) => folded !== "");
  return names(a).some((one) => names(b).includes(one));
}
