import { expect, test } from "vitest";
import { differing, sideOf } from "./components/return-clash-sides.ts";
import {
  clashes,
  correctionDraft,
  emptyDraft,
  sentDraft,
  type ReturnFormData,
} from "./components/return-draft.ts";
import { returnDraft } from "./schema.ts";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const line = { database: "sltd", unit: "documents", basis: "desk_count" } as const;
const tdawn = { ...line, database: "tdawn" } as const;
const form = {
  lines: [line, tdawn].map((known) => ({ ...known, total: 0, usual: null, yesterday: null })),
  matches: [],
  existing: {
    id: id(2),
    kind: "checks",
    matchesStated: 1,
    note: null,
    onBehalf: null,
    lines: [{ ...line, direction: null, count: 130, counts: true }],
  },
} as unknown as ReturnFormData;
const filed = {
  id: id(7),
  deploymentId: id(1),
  localDate: "2026-11-21",
  content: {
    kind: "checks" as const,
    matchesStated: 1,
    lines: [{ ...line, id: id(8), direction: null, count: 119 }],
  },
};

test("what came back because somebody filed the day meanwhile opens as it was typed, beside what stands", () => {
  const mine = returnDraft.parse(sentDraft(form, filed));
  expect(mine).toMatchObject({ id: id(7), supersedesId: null, matchesStated: 1, note: "" });
  expect(mine.lines.map(({ database, count }) => [database, count])).toEqual([
    ["sltd", 119],
    ["tdawn", null],
  ]);
  expect(clashes(mine, form)).toBe(true);
  const corrected = sentDraft(form, { ...filed, supersedesId: id(2), reason: "Second shift" });
  expect(clashes(corrected, form)).toBe(false);
  expect(corrected.reason).toBe("Second shift");
  expect(clashes(emptyDraft({ ...form, existing: null }), { ...form, existing: null })).toBe(false);
});

test("both versions of a day are told apart field by field, and a side that is taken stands in the form", () => {
  const mine = { ...sentDraft(form, filed), note: "Two flights" };
  const theirs = correctionDraft(form);
  expect(differing(mine, theirs)).toEqual(["sltd|documents|desk_count|", "note"]);
  const taken = differing(mine, theirs).reduce(
    (draft, key) => sideOf(key).write(draft, sideOf(key).read(theirs)),
    mine,
  );
  expect(differing(taken, theirs)).toEqual([]);
  expect(taken.id).toBe(id(7));
});

test("a line that only they counted can be taken too", () => {
  const theirs = correctionDraft(form);
  const mine = { ...sentDraft(form, filed), lines: [] };
  const [key] = differing(mine, theirs);
  const taken = sideOf(key!).write(mine, sideOf(key!).read(theirs));
  expect(returnDraft.parse(taken).lines).toMatchObject([{ database: "sltd", count: 130 }]);
});
