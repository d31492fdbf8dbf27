"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useDraft, useDraftOwner } from "#components/form/drafts.tsx";
import { useKept } from "#components/form/use-kept.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { errorOf, type OutboxEntry } from "#offline/outbox.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ContentInput, ReturnDraft } from "../schema.ts";
import {
  clashes,
  correctionDraft,
  emptyDraft,
  isUntouched,
  sentDraft,
  type ReturnFormData,
} from "./return-draft.ts";
import { returnHref, useReturnUnderWay } from "./use-waiting-return.ts";

type Keep = ReturnType<typeof useDraft>;
type Opening = { form: ReturnFormData; keep: Keep; kept: ReturnDraft | null };

/** What this device holds of the point and day: what was typed since, or what was sent and came back. */
export function useKeptReturn(form: ReturnFormData) {
  const keep = useDraft(`return:${form.deploymentId}:${form.localDate}`);
  const { refused } = useReturnUnderWay(form);
  // The form begins with it and goes on by itself.
  const [sent] = useState(() => refused && sentDraft(form, refused.input));
  const read = useCallback(() => keep.read() ?? sent ?? null, [keep, sent]);
  return { keep, kept: useKept(read, readsDraft) };
}

const readsDraft = async () => (await import("../schema.ts")).returnDraft;

/** The draft of this point and day: kept in the browser while typed, offered back, gone once filed. */
export function useReturnDraft({ form, keep, kept }: Opening) {
  const fresh = () => (form.existing ? correctionDraft(form) : emptyDraft(form));
  const [resumed] = useState(() =>
    kept !== null && (clashes(kept, form) || !isUntouched(kept)) ? kept : null,
  );
  const [draft, setDraft] = useState<ReturnDraft>(() => resumed ?? fresh());
  const [restored, setRestored] = useState(resumed !== null);
  const [opened] = useState(draft);
  useEffect(() => {
    if (isUntouched(draft)) keep.drop();
    else if (draft !== opened) keep.keep(draft);
  }, [draft, opened, keep]);
  const startOver = () => {
    keep.drop();
    setRestored(false);
    setDraft(fresh());
  };
  return { draft, setDraft, restored, startOver };
}

export type Complaint = "needsReading" | "needsOneLine" | "needsReason" | "needsOnBehalf" | "needsMatches";

/** Somebody filed or corrected the day meanwhile. */
const FASTER: ReadonlySet<string> = new Set(["return.already_filed", "return.superseded"]);

type Sending = {
  form: ReturnFormData;
  draft: ReturnDraft;
  keep: Keep;
  onFiled: (entry: OutboxEntry) => void;
};

export function useSendReturn({ form, draft, keep, onFiled }: Sending) {
  const outbox = useOutbox(useDraftOwner());
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormatter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [complaint, setComplaint] = useState<Complaint | null>(null);

  const send = async (content: ContentInput) => {
    const wrong = complaintOf(form, draft, content);
    setComplaint(wrong);
    setError(null);
    if (wrong !== null || pending) return;
    setPending(true);
    const about = {
      title: form.point.name,
      day: format.dateTime(new Date(`${form.localDate}T00:00:00Z`), "dayMonth"),
      href: keepWorld(returnHref(form), form.operation.exercise),
    };
    const { id, note, reason } = draft;
    const said = { id, content, note, onBehalf: draft.onBehalf.trim() || null };
    const supersedesId = form.existing?.id;
    const entry = supersedesId
      ? await outbox.file("return.supersede", { ...said, supersedesId, reason }, about)
      : await outbox.file(
          "return.file",
          { ...said, deploymentId: form.deploymentId, localDate: form.localDate },
          about,
        );
    setPending(false);
    if (entry.state === "refused") {
      setError(errorOf(entry.refusal));
      if (!FASTER.has(entry.refusal?.reason ?? "")) return outbox.drop(entry.id);
      // It stays in the outbox as it was sent, and is in the form that opens on what stands by now.
      keep.drop();
    } else {
      keep.drop();
      onFiled(entry);
    }
    await queries.invalidateQueries(trpc.returns.pathFilter());
  };
  return { send, pending, error, complaint, setComplaint };
}

function complaintOf(form: ReturnFormData, draft: ReturnDraft, content: ContentInput): Complaint | null {
  if (content.kind === "checks" && content.lines.length === 0) return "needsOneLine";
  if (content.kind === "checks" && content.matchesStated !== 0 && draft.matchesStated === null)
    return "needsMatches";
  if (form.existing !== null && draft.reason.trim() === "") return "needsReason";
  if (form.onBehalf && draft.onBehalf.trim() === "") return "needsOnBehalf";
  return null;
}
