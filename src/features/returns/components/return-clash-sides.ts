import { newId } from "#lib/ids.ts";
import type { DraftLine, ReturnDraft } from "../schema.ts";

type Line = Pick<DraftLine, "database" | "unit" | "direction" | "basis">;
/** As far as two returns of a day can differ. */
export type Sided = {
  lines: readonly (Line & { count: number | null })[];
  matchesStated: number | null;
  note: string | null;
  onBehalf: string | null;
};
type Value = string | number | null;

const WORDS = ["matchesStated", "note", "onBehalf"] as const;
const keyOf = ({ database, unit, direction, basis }: Line) =>
  [database, unit, basis, direction ?? ""].join("|");

/** Reads and writes one field of a return: the count of a line, or one of its words. */
export function sideOf(key: string): {
  line: Line | null;
  read: (from: Sided) => Value;
  write: (draft: ReturnDraft, value: Value) => ReturnDraft;
} {
  const word = WORDS.find((name) => name === key);
  if (word)
    return {
      line: null,
      read: (from) => from[word] ?? (word === "matchesStated" ? null : ""),
      write: (draft, value) => ({ ...draft, [word]: value }),
    };
  const [database, unit, basis, direction] = key.split("|");
  const line = { database, unit, basis, direction: direction || null } as Line;
  return {
    line,
    read: ({ lines }) => lines.find((one) => keyOf(one) === key)?.count ?? null,
    write: (draft, value) => {
      const count = value as number | null;
      const there = draft.lines.some((one) => keyOf(one) === key);
      const lines = there ? draft.lines : [...draft.lines, { id: newId(), ...line, count }];
      return { ...draft, lines: lines.map((one) => (keyOf(one) === key ? { ...one, count } : one)) };
    },
  };
}

/** The names of the fields in which two versions of a day differ. */
export function differing(mine: Sided, theirs: Sided): string[] {
  const lines = new Set([...mine.lines, ...theirs.lines].map(keyOf));
  return [...lines, ...WORDS].filter((key) => sideOf(key).read(mine) !== sideOf(key).read(theirs));
}
