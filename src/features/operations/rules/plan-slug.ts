import { editionOf } from "#lib/edition.ts";

type Named = { codename: string; edition: number | null; year: number | null };

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);

/** The address of an operation, made once: codename-edition-year. A codename without Latin letters is "operation". */
export function slugOf({ codename, edition, year }: Named): string {
  const name = plain(codename.replace(/^operation\s+/i, "")) || "operation";
  // A codename that ends in its own edition or year does not say it twice.
  const parts = [edition, year].filter((part) => part !== null);
  return [name, ...parts.map(String).filter((part) => !endsWith(name, part))].join("-");
}

function endsWith(name: string, part: string): boolean {
  const last = name.split("-").at(-1) ?? "";
  return last === part || last === editionOf(Number(part)).toLowerCase();
}
