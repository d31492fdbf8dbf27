"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDraft, useDraftOwner } from "#components/form/drafts.tsx";
import { useKept } from "#components/form/use-kept.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useDayRange } from "#i18n/use-day-range.ts";
import { findUnderWay } from "#offline/under-way.ts";
import { errorOf } from "#offline/outbox.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { AttendanceDraft } from "../schema.ts";
import { emptyDraft, inputOf, keptDraft, leftOver, sentDraft } from "./attendance-draft.ts";
import type { Sheet } from "./training-types.ts";

type Keep = ReturnType<typeof useDraft>;
type Beginning = { sheet: Sheet; keep: Keep; kept: AttendanceDraft | null };

function useAttendanceUnderWay(id: string) {
  const outbox = useOutbox(useDraftOwner());
  const { waits, refused } = findUnderWay(outbox.entries, {
    kind: "attendance.record",
    is: ({ sessionId }) => sessionId === id,
  });
  return { outbox, underWay: refused ?? waits };
}

/** What this device holds of the session: what was typed since, or what was sent and waits or came back. */
export function useKeptAttendance({ id }: Sheet) {
  const keep = useDraft(`attendance:${id}`);
  const { underWay } = useAttendanceUnderWay(id);
  const [begun] = useState(() => underWay && sentDraft(underWay.input));
  const read = useCallback(() => keep.read() ?? begun ?? null, [keep, begun]);
  return { keep, kept: useKept(read, readsDraft) };
}

const readsDraft = async () => (await import("../schema.ts")).attendanceDraft;

/** The sheet of this session on this device: kept while typed, offered back, gone once sent. */
export function useAttendanceDraft({ sheet, keep, kept: found }: Beginning) {
  const [kept] = useState(() => keptDraft(found, sheet));
  const [opened] = useState<AttendanceDraft>(() => kept?.draft ?? emptyDraft(sheet));
  const [draft, setDraft] = useState(opened);
  const [restored, setRestored] = useState(kept !== null);
  useEffect(() => {
    if (draft !== opened) keep.keep(draft);
  }, [draft, opened, keep]);
  const startOver = () => {
    setDraft(emptyDraft(sheet));
    setRestored(false);
    keep.drop();
  };
  return { draft, setDraft, restored, rebased: restored && kept?.rebased === true, startOver };
}

/** What came of the last sending; without a receipt it waits on this device. */
export type Sent = { receipt: string | null };
type Props = {
  sheet: Sheet;
  draft: AttendanceDraft;
  keep: Keep;
  onSent: (sent: Sent) => void;
};
type Complaint = "nothing" | "reason";

/** Through the outbox: kept first, then sent under its own ids. A refusal comes back into the form. */
export function useSendAttendance({ sheet, draft, keep, onSent }: Props) {
  const { outbox, underWay } = useAttendanceUnderWay(sheet.id);
  const range = useDayRange();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  // While it is under way one goes on typing.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const send = async () => {
    const input = inputOf(sheet, draft);
    const wrong = input.rows.length === 0 ? "nothing" : input.reason === "" ? "reason" : null;
    setComplaint(wrong);
    setError(null);
    if (wrong !== null || pending) return;
    setPending(true);
    const about = {
      title: sheet.title,
      day: range(sheet.startsOn, sheet.endsOn),
      href: keepWorld(`/log/attendance?session=${sheet.id}`, sheet.exercise),
    };
    const entry = await outbox.file("attendance.record", input, about);
    setPending(false);
    if (entry.state === "refused") {
      outbox.drop(entry.id);
      setError(errorOf(entry.refusal));
      keep.keep(latest.current);
    } else {
      const rest = leftOver(sheet, latest.current, input.rows);
      if (rest) keep.keep(rest);
      else keep.drop();
      // What came back or waited went with it, if under another id.
      if (underWay && underWay.id !== entry.id) outbox.drop(underWay.id);
      onSent({ receipt: entry.state === "sent" ? (entry.receipt ?? null) : null });
    }
    await queries.invalidateQueries(trpc.training.pathFilter());
  };
  return { send, pending, error, complaint };
}
