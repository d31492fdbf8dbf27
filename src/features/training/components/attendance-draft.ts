"use client";

import { newId } from "#lib/ids.ts";
import { COUNTED, type Counts } from "../rules.ts";
import type { RouterInputs } from "#trpc/client.tsx";
import type { AttendanceDraft, RecordAttendance } from "../schema.ts";
import type { Sheet } from "./training-types.ts";

type SentAttendance = RouterInputs["training"]["recordAttendance"];
export type DraftRow = AttendanceDraft["rows"][number];

/** Organisations that stand open without being asked for: a country's few, not a long list. */
const OPEN = 6;

const emptyRow = (organisationId: string): DraftRow => ({
  id: newId(),
  organisationId,
  invited: null,
  attended: null,
  certified: null,
  women: null,
  supersedesId: null,
});

/** The sheet begins with what stands, then the country's organisations of which nobody has said anything. */
export function emptyDraft(sheet: Sheet): AttendanceDraft {
  const standing = sheet.standing.map(({ id, review: _, question: __, ...row }) => ({
    ...row,
    id: newId(),
    supersedesId: id,
  }));
  const there = new Set(standing.map(({ organisationId }) => organisationId));
  const own = sheet.organisations.filter(
    ({ id, countryCode }) => countryCode === sheet.countryCode && !there.has(id),
  );
  const opened = own.slice(0, Math.max(0, OPEN - there.size)).map(({ id }) => emptyRow(id));
  return { id: newId(), sessionId: sheet.id, rows: [...standing, ...opened], reason: "", confirms: [] };
}

export function withOrganisation(draft: AttendanceDraft, organisationId: string): AttendanceDraft {
  return { ...draft, rows: [...draft.rows, emptyRow(organisationId)] };
}

export type Kept = { draft: AttendanceDraft; rebased: boolean };

/** What was kept of this session. Where somebody entered other counts meanwhile, it now corrects those; nothing typed is lost. */
export function keptDraft(kept: AttendanceDraft | null, sheet: Sheet): Kept | null {
  if (kept?.sessionId !== sheet.id) return null;
  let [moved, rebased] = [false, false];
  const rows = kept.rows.map((row) => {
    const standing = sheet.standing.find(({ organisationId }) => organisationId === row.organisationId);
    const supersedesId = standing?.id ?? null;
    if (supersedesId === row.supersedesId) return row;
    // What stands may be this very row, sent from here: nobody else entered it.
    rebased ||= supersedesId !== row.id;
    moved = true;
    return { ...row, id: newId(), supersedesId };
  });
  const there = new Set(rows.map(({ organisationId }) => organisationId));
  const added = emptyDraft(sheet).rows.filter(({ organisationId }) => !there.has(organisationId));
  const draft = { ...kept, rows: [...rows, ...added] };
  return { draft: moved ? { ...draft, id: newId() } : draft, rebased };
}

/** What was sent and waits or came back, as it was typed. */
export function sentDraft({ id, sessionId, rows, reason }: SentAttendance): AttendanceDraft {
  const typed = rows.map((row) => ({ ...row, supersedesId: row.supersedesId ?? null }));
  return { id, sessionId, rows: typed, reason: reason ?? "", confirms: [] };
}

/** What says something new and is not what was sent, such as what was typed meanwhile; null where nothing is left. */
export function leftOver(
  sheet: Sheet,
  draft: AttendanceDraft,
  sent: readonly DraftRow[],
): AttendanceDraft | null {
  const isSent = (row: DraftRow) =>
    sent.some(({ organisationId, ...said }) => organisationId === row.organisationId && saysSame(said, row));
  const rows = changedRows(sheet, draft).filter((row) => !isSent(row));
  return rows.length === 0 ? null : { ...draft, id: newId(), rows, reason: "", confirms: [] };
}

/** What stands for the organisation of a row, if it corrects something. */
export function standingOf(sheet: Sheet, row: DraftRow): Sheet["standing"][number] | undefined {
  return sheet.standing.find(({ id }) => id === row.supersedesId);
}

const saysSame = (a: Counts, b: Counts) => COUNTED.every((name) => a[name] === b[name]);

/** Whether the reviewer asked about the row and is told that its numbers are right as they stand. */
export const isConfirmed = (draft: AttendanceDraft, { organisationId }: DraftRow): boolean =>
  draft.confirms.includes(organisationId);

export function withConfirmation(draft: AttendanceDraft, row: DraftRow, confirmed: boolean): AttendanceDraft {
  const others = draft.confirms.filter((id) => id !== row.organisationId);
  return { ...draft, confirms: confirmed ? [...others, row.organisationId] : others };
}

/** Only what says something new is sent: rows without a number and rows that still say what stands stay behind, unless that is the answer. */
export function changedRows(sheet: Sheet, draft: AttendanceDraft): DraftRow[] {
  return draft.rows.filter((row) => {
    const standing = standingOf(sheet, row);
    const answers = standing?.review === "queried" && isConfirmed(draft, row);
    return standing ? answers || !saysSame(row, standing) : COUNTED.some((name) => row[name] !== null);
  });
}

/** Whether what is sent answers the reviewer. */
export const answersReviewer = (sheet: Sheet, draft: AttendanceDraft): boolean =>
  changedRows(sheet, draft).some((row) => standingOf(sheet, row)?.review === "queried");

export function inputOf(sheet: Sheet, draft: AttendanceDraft): RecordAttendance {
  const rows = changedRows(sheet, draft);
  const corrects = rows.some(({ supersedesId }) => supersedesId !== null);
  return { id: draft.id, sessionId: draft.sessionId, rows, reason: corrects ? draft.reason.trim() : null };
}
