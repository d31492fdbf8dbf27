import { useLocale, useTranslations } from "next-intl";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useKindWords } from "./kind-words.ts";

type Comparison = RouterOutputs["summary"]["compare"];
type Row = Comparison["rows"][number];

/** Enum members in words, listed; "—" where none is known. */
export function useNamed() {
  const terms = useTranslations("terms");
  const list = new Intl.ListFormat(useLocale(), { type: "unit" });
  return (group: "countingBasis" | "database" | "unit", members: readonly string[]): string => {
    const words = members.map((member) => {
      const key = `${group}.${member}` as Parameters<typeof terms>[0];
      return terms.has(key) ? terms(key) : member;
    });
    return words.length === 0 ? "—" : list.format(words);
  };
}

/** Why two numbers are not put beside each other, with what differs. */
export function useRefusalWords() {
  const t = useTranslations("summary.compare.reason");
  const named = useNamed();
  const kindOf = useKindWords();
  const kind = (entry: Row["a"]) => (entry?.kind ? kindOf(entry.kind) : "—");
  return ({ refusal, a, b }: Row, sides: Pick<Comparison, "a" | "b">): string => {
    if (refusal === null) return "";
    const differs = {
      unlike_basis: [named("countingBasis", a?.bases ?? []), named("countingBasis", b?.bases ?? [])],
      unlike_databases: [named("database", a?.databases ?? []), named("database", b?.databases ?? [])],
      unlike_length: [String(sides.a.days), String(sides.b.days)],
      unlike_unit: [named("unit", [a?.unit ?? ""]), named("unit", [b?.unit ?? ""])],
      unlike_kind: [kind(a), kind(b)],
    } as const;
    const key = refusal.replace("measure.", "") as Parameters<typeof t>[0];
    const [first = "", second = ""] = key in differs ? differs[key as keyof typeof differs] : [];
    return t(key, { a: first, b: second });
  };
}
