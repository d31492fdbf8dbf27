import { expect, it } from "vitest";
import {
  answersReviewer,
  changedRows,
  emptyDraft,
  inputOf,
  keptDraft,
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
