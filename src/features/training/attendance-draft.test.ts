import { expect, it } from "vitest";
import {
  answersReviewer,
  changedRows,
  emptyDraft,
  inputOf,
  keptDraft,
  leftOver,
  sentDraft,
  withConfirmation,
} from "./components/attendance-draft.ts";
import { attendanceDraft, recordAttendanceInput } from "./schema.ts";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const counts = { invited: 12, attended: 10, certified: null, women: null };
const standing = (n: number, question: string | null) => ({
  id: id(n),
  organisationId: id(100 + n),
  ...counts,
  review: question === null ? ("submitted" as const) : ("queried" as const),
  question,
});
type Sheet = Parameters<typeof emptyDraft>[0];
const sheet = {
  id: id(1),
  countryCode: "KE",
  standing: [standing(2, "On both days?"), standing(3, null)],
  organisations: [],
} as unknown as Sheet;

it("sends back numbers that are right only as an answer to the reviewer who asked about them", () => {
  const draft = emptyDraft(sheet);
  const [asked, other] = draft.rows;
  expect(changedRows(sheet, draft)).toEqual([]);
  expect(changedRows(sheet, withConfirmation(draft, other!, true))).toEqual([]);
  const confirmed = withConfirmation(draft, asked!, true);
  expect(changedRows(sheet, confirmed)).toEqual([asked]);
  expect(answersReviewer(sheet, confirmed)).toBe(true);
  const input = inputOf(sheet, { ...confirmed, reason: " By the register " });
  expect(recordAttendanceInput.parse(input)).toMatchObject({
    rows: [{ supersedesId: id(2), ...counts }],
    reason: "By the register",
  });
  expect(changedRows(sheet, withConfirmation(confirmed, asked!, false))).toEqual([]);
});

it("answers with other numbers too, and tells a mere correction from an answer", () => {
  const draft = emptyDraft(sheet);
  const change = (at: number) => ({
    ...draft,
    rows: draft.rows.map((row, index) => (index === at ? { ...row, attended: 9 } : row)),
  });
  expect(answersReviewer(sheet, change(0))).toBe(true);
  expect(changedRows(sheet, change(1))).toHaveLength(1);
  expect(answersReviewer(sheet, change(1))).toBe(false);
});

it("reads what was kept before there were questions", () => {
  const { confirms: _, ...old } = emptyDraft(sheet);
  expect(keptDraft(attendanceDraft.parse(old), sheet)).toMatchObject({
    draft: { confirms: [] },
    rebased: false,
  });
});

const own = [102, 103, 104, 105].map((n) => ({ id: id(n), countryCode: "KE", name: "", acronym: null }));
const open = { ...sheet, organisations: own } as Sheet;

it("keeps the country's other organisations open beside those that stand", () => {
  const rows = emptyDraft(open).rows.map(({ organisationId, supersedesId }) => [
    organisationId,
    supersedesId,
  ]);
  expect(rows).toEqual([
    [id(102), id(2)],
    [id(103), id(3)],
    [id(104), null],
    [id(105), null],
  ]);
});

it("what was typed for another organisation while one was sent stays in the sheet", () => {
  const draft = emptyDraft(open);
  const type = (at: number, attended: number) => (row: (typeof draft.rows)[number], index: number) =>
    index === at ? { ...row, attended } : row;
  const sent = { ...draft, rows: draft.rows.map(type(2, 7)) };
  const input = inputOf(open, sent);
  expect(input.rows).toHaveLength(1);
  expect(leftOver(open, sent, input.rows)).toBeNull();
  const latest = { ...sent, rows: sent.rows.map(type(3, 9)) };
  const rest = leftOver(open, latest, input.rows);
  expect(rest?.rows).toEqual([latest.rows[3]]);
  // The row that was sent stands by now, and is nobody else's.
  const [there] = input.rows;
  const newer = { ...open, standing: [...open.standing, { ...there!, review: "submitted", question: null }] };
  const next = keptDraft(rest, newer as Sheet);
  expect(next?.rebased).toBe(false);
  expect(changedRows(newer as Sheet, next!.draft)).toEqual([latest.rows[3]]);
  expect(keptDraft(latest, newer as Sheet)).toMatchObject({ rebased: false });
});

it("what came back opens as it was typed, beside what somebody else entered meanwhile", () => {
  const draft = emptyDraft(open);
  const input = inputOf(open, {
    ...draft,
    rows: draft.rows.map((row, index) => (index === 1 ? { ...row, attended: 5 } : row)),
    reason: "By the register",
  });
  const newer = {
    ...open,
    standing: [open.standing[0], { ...open.standing[1], id: id(9), attended: 8 }],
  } as Sheet;
  const back = keptDraft(attendanceDraft.parse(sentDraft(input)), newer);
  expect(back).toMatchObject({ rebased: true, draft: { reason: "By the register" } });
  expect(changedRows(newer, back!.draft)).toMatchObject([{ attended: 5, supersedesId: id(9) }]);
});
