"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useRef, type SubmitEvent } from "react";
import type { useDraft } from "#components/form/drafts.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { untilLoaded } from "#components/form/until-loaded.ts";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { countryName } from "#lib/country.ts";
import type { OutboxEntry } from "#offline/outbox.ts";
import type { ContentInput, ReturnDraft } from "../schema.ts";
import { MatchesOfTheDay } from "./matches-of-the-day.tsx";
import { NoChecks } from "./no-checks.tsx";
import { ReturnDetails } from "./return-details.tsx";
import { checksOf, clashes, type ReturnFormData } from "./return-draft.ts";
import { ReturnLines } from "./return-lines.tsx";
import { ReturnWords } from "./return-words.tsx";
import { useKeptReturn, useReturnDraft, useSendReturn, type Complaint } from "./use-return-sending.ts";
import styles from "./return-form.module.css";

type Props = { form: ReturnFormData; onFiled: (entry: OutboxEntry) => void };

/** The daily return of one point and day, phone first: increments, one tap for no matches, one for no checks. */
export function ReturnForm({ form, onFiled }: Props) {
  const { keep, kept } = useKeptReturn(form);
  if (kept === undefined) return <SkeletonLines lines={6} />;
  return <OpenedReturn form={form} onFiled={onFiled} keep={keep} kept={kept} />;
}

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
      {clashes(draft, form) && (
        <Suspense fallback={<SkeletonLines lines={4} />}>
          <ReturnClash form={form} draft={draft} onChange={change} />
        </Suspense>
      )}
      {restored && <Restored startOver={startOver} />}
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

function Restored({ startOver }: { startOver: () => void }) {
  const t = useTranslations("returns.form");
  return (
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
  );
}

/** Only where somebody was faster. */
const ReturnClash = lazy(() =>
  untilLoaded(async () => ({ default: (await import("./return-clash.tsx")).ReturnClash })),
);

/** What came of the last try, the three ways to send, and who will see it. */
function ReturnActions({ form, draft, pending, error, complaint, onContent }: ActionsProps) {
  const t = useTranslations("returns.form");
  const locale = useLocale();
  return (
    <div className={styles.actions}>
      {complaint && <Notice tone="late">{t(complaint)}</Notice>}
      <Refusal error={error} />
      <SubmitButton big pending={pending}>
        {t(form.existing === null ? "save" : "saveCorrection")}
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
