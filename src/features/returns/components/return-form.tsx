"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { useDraft, useDraftOwner } from "#components/form/drafts.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useKept } from "#components/form/use-kept.ts";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { OutboxEntry } from "#offline/outbox.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ContentInput, ReturnDraft } from "../schema.ts";
import { MatchesOfTheDay } from "./matches-of-the-day.tsx";
import { NoChecks } from "./no-checks.tsx";
import { ReturnDetails } from "./return-details.tsx";
import {
  checksOf,
  correctionDraft,
  emptyDraft,
  isUntouched,
  keptDraft,
  type ReturnFormData,
} from "./return-draft.ts";
import { ReturnLines } from "./return-lines.tsx";
import { ReturnWords } from "./return-words.tsx";
import styles from "./return-form.module.css";

type Props = { form: ReturnFormData; onFiled: (entry: OutboxEntry) => void };

/** The daily return of one point and day, phone first: increments, one tap for no matches, one for no checks. */
export function ReturnForm({ form, onFiled }: Props) {
  const keep = useDraft(`return:${form.deploymentId}:${form.localDate}`);
  const kept = useKept(keep.read, readsDraft);
  if (kept === undefined) return <SkeletonLines lines={6} />;
  return <OpenedReturn form={form} onFiled={onFiled} keep={keep} kept={kept} />;
}

const readsDraft = async () => (await import("../schema.ts")).returnDraft;
type OpenedProps = Props & { keep: ReturnType<typeof useDraft>; kept: ReturnDraft | null };

function OpenedReturn({ form, onFiled, keep, kept }: OpenedProps) {
  const { draft, setDraft, restored, startOver } = useReturnDraft({ form, keep, kept });
  const { send, pending, error, complaint, setComplaint } = useSendReturn({ form, draft, keep, onFiled });
  const t = useTranslations("returns.form");
  const change = (patch: Partial<ReturnDraft>) => {
    setComplaint(null);
    setDraft({ ...draft, ...patch });
  };
  const sheet = useRef<HTMLFormElement>(null);
  const file = (content: ContentInput) => {
    // A number that cannot be read still stands in its field as typed: what it was before is not what is meant.
    const unread = sheet.current?.querySelector<HTMLInputElement>("input[aria-invalid=true]");
    if (!unread) return void send(content);
    setComplaint("needsReading");
    unread.focus();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    file(checksOf(draft, draft.matchesStated ?? 0));
  };
  return (
    <form ref={sheet} noValidate onSubmit={save} className={styles.form} aria-label={t("title")}>
      {restored && (
        <Notice
          tone="plain"
          action={
            <button type="button" className={styles.link} onClick={startOver}>
              {t("startOver")}
            </button>
          }
        >
          {t("restored")}
        </Notice>
      )}
      <h2 className={styles.section}>{t(form.dayOver ? "checksOfTheDay" : "checksSoFar")}</h2>
      <ReturnLines
        form={form}
        lines={draft.lines}
        onCount={(id, count) =>
          change({ lines: draft.lines.map((line) => (line.id === id ? { ...line, count } : line)) })
        }
      />
      <MatchesOfTheDay
        form={form}
        stated={draft.matchesStated}
        onStated={(matchesStated) => change({ matchesStated })}
      />
      <ReturnWords form={form} draft={draft} onChange={change} />
      <ReturnDetails lines={draft.lines} onLines={(lines) => change({ lines })} />
      <ReturnActions
        form={form}
        draft={draft}
        pending={pending}
        error={error}
        complaint={complaint}
        onContent={(content) => (content.kind === "checks" ? file(content) : void send(content))}
      />
    </form>
  );
}

type ActionsProps = {
  form: ReturnFormData;
  draft: ReturnDraft;
  pending: boolean;
  error: unknown;
  complaint: Complaint | null;
  onContent: (content: ContentInput) => void;
};

/** What came of the last try, the three ways to send, and who will see it. */
function ReturnActions({ form, draft, pending, error, complaint, onContent }: ActionsProps) {
  const t = useTranslations("returns.form");
  const locale = useLocale();
  return (
    <div className={styles.actions}>
      {complaint && <Notice tone="late">{t(complaint)}</Notice>}
      <Refusal error={error} />
      <SubmitButton big pending={pending}>
        {t(draft.supersedesId === null ? "save" : "saveCorrection")}
      </SubmitButton>
      <NoChecks
        typed={draft.lines.some(({ count }) => count !== null)}
        matches={form.matches.length}
        pending={pending}
        onNoMatches={() => onContent(checksOf(draft, 0))}
        onNoChecks={(reason) => onContent({ kind: "no_checks", reason })}
      />
      <p className={styles.visible}>
        <VisibleTo who={[countryName(form.countryCode, locale)]} />
        <span>{t("noPersonalData")}</span>
      </p>
    </div>
  );
}

/** The draft of this point and day: kept in the browser while typed, offered back, gone once filed. */
function useReturnDraft({ form, keep, kept }: Omit<OpenedProps, "onFiled">) {
  const fresh = () => (form.existing ? correctionDraft(form) : emptyDraft(form));
  const [resumed] = useState(() => keptDraft(kept, form));
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

type Complaint = "needsReading" | "needsOneLine" | "needsReason" | "needsOnBehalf" | "needsMatches";

function useSendReturn(props: Props & { draft: ReturnDraft; keep: ReturnType<typeof useDraft> }) {
  const { form, draft, keep, onFiled } = props;
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
    const day = format.dateTime(new Date(`${form.localDate}T00:00:00Z`), "dayMonth");
    const about = { title: form.point.name, day };
    const { id, note, supersedesId, reason } = draft;
    const said = { id, content, note, onBehalf: draft.onBehalf.trim() || null };
    const entry =
      supersedesId === null
        ? await outbox.file(
            "return.file",
            { ...said, deploymentId: form.deploymentId, localDate: form.localDate },
            about,
          )
        : await outbox.file("return.supersede", { ...said, supersedesId, reason }, about);
    setPending(false);
    if (entry.state === "refused") {
      outbox.drop(entry.id);
      setError({ data: { ...entry.refusal, code: "BAD_REQUEST" } });
      return;
    }
    keep.drop();
    onFiled(entry);
    await queries.invalidateQueries(trpc.returns.pathFilter());
  };
  return { send, pending, error, complaint, setComplaint };
}

function complaintOf(form: ReturnFormData, draft: ReturnDraft, content: ContentInput): Complaint | null {
  if (content.kind === "checks" && content.lines.length === 0) return "needsOneLine";
  if (content.kind === "checks" && content.matchesStated !== 0 && draft.matchesStated === null)
    return "needsMatches";
  if (draft.supersedesId !== null && draft.reason.trim() === "") return "needsReason";
  if (form.onBehalf && draft.onBehalf.trim() === "") return "needsOnBehalf";
  return null;
}
