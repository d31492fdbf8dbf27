"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import type { useDraft } from "#components/form/drafts.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { AttendanceFoot } from "./attendance-foot.tsx";
import { AttendanceRow } from "./attendance-row.tsx";
import type { AttendanceDraft } from "../schema.ts";
import {
  answersReviewer,
  changedRows,
  isConfirmed,
  standingOf,
  withConfirmation,
  withOrganisation,
} from "./attendance-draft.ts";
import type { Sheet } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import {
  useAttendanceDraft,
  useKeptAttendance,
  useSendAttendance,
  type Sent,
} from "./use-attendance-sending.ts";
import styles from "./training.module.css";

/** One session's attendance, organisation by organisation; kept on this device until it is with the server. */
export function AttendanceSheet({ sheet, onSent }: Props) {
  const { keep, kept } = useKeptAttendance(sheet);
  if (kept === undefined) return <SkeletonLines lines={6} />;
  return <OpenedSheet sheet={sheet} onSent={onSent} keep={keep} kept={kept} />;
}

type Props = { sheet: Sheet; onSent: (sent: Sent) => void };
type OpenedProps = Props & { keep: ReturnType<typeof useDraft>; kept: AttendanceDraft | null };

function OpenedSheet({ sheet, onSent, keep, kept }: OpenedProps) {
  const t = useTranslations("training.log");
  const { draft, setDraft, restored, rebased, startOver } = useAttendanceDraft({ sheet, keep, kept });
  const form = useRef<HTMLFormElement>(null);
  const { send, pending, error, complaint } = useSendAttendance({ sheet, draft, keep, onSent });
  const corrects = changedRows(sheet, draft).some(({ supersedesId }) => supersedesId !== null);
  const change = (rows: AttendanceDraft["rows"]) => setDraft({ ...draft, rows });
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      aria-label={t("title")}
      onSubmit={(event) => {
        event.preventDefault();
        // A number that cannot be read still stands in its field as typed: what it was before is not what is meant.
        const unread = form.current?.querySelector<HTMLInputElement>("input[aria-invalid=true]");
        if (unread) unread.focus();
        else void send();
      }}
    >
      <SheetNotices sheet={sheet} restored={restored} rebased={rebased} startOver={startOver} />
      <ul className={styles.sheet}>
        {draft.rows.map((row) => (
          <AttendanceRow
            key={row.id}
            sheet={sheet}
            row={row}
            standing={standingOf(sheet, row)}
            confirmed={isConfirmed(draft, row)}
            onConfirm={(confirmed) => setDraft(withConfirmation(draft, row, confirmed))}
            onChange={(next) => change(draft.rows.map((one) => (one.id === row.id ? next : one)))}
          />
        ))}
      </ul>
      <AddOrganisation sheet={sheet} draft={draft} onAdd={(id) => setDraft(withOrganisation(draft, id))} />
      {corrects && (
        <TextAreaField
          required
          label={t(answersReviewer(sheet, draft) ? "answer" : "reason")}
          description={t("reasonHint")}
          maxLength={500}
          value={draft.reason}
          error={complaint === "reason" ? t("reasonNeeded") : undefined}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
      )}
      {complaint === "nothing" && <Notice tone="late">{t("nothing")}</Notice>}
      <Refusal error={error} />
      <SubmitButton big pending={pending}>
        {t(corrects ? "sendCorrection" : "send")}
      </SubmitButton>
      <AttendanceFoot sheet={sheet} />
    </form>
  );
}

type NoticeProps = { sheet: Sheet; restored: boolean; rebased: boolean; startOver: () => void };

/** What was kept on this device, and what the session lets one enter now. */
function SheetNotices({ sheet, restored, rebased, startOver }: NoticeProps) {
  const t = useTranslations("training.log");
  return (
    <>
      {restored && (
        <Notice
          tone={rebased ? "wait" : "plain"}
          action={<ActionButton onClick={startOver}>{t("startOver")}</ActionButton>}
        >
          {t(rebased ? "rebased" : "restored")}
        </Notice>
      )}
      {!sheet.begun && <Notice tone="plain">{t("notBegun")}</Notice>}
      {sheet.begun && sheet.state === "planned" && <Notice tone="wait">{t("notHeld")}</Notice>}
    </>
  );
}

type AddProps = { sheet: Sheet; draft: AttendanceDraft; onAdd: (organisationId: string) => void };

/** One more organisation, from those of the country and of the operation. */
function AddOrganisation({ sheet, draft, onAdd }: AddProps) {
  const t = useTranslations("training.log");
  const words = useTrainingWords();
  const [shown, setShown] = useState(0);
  const there = new Set(draft.rows.map(({ organisationId }) => organisationId));
  const others = sheet.organisations.filter(({ id }) => !there.has(id));
  if (others.length === 0) return null;
  return (
    <SearchSelectField
      key={shown}
      label={t("add")}
      placeholder={t("addPlaceholder")}
      data={others.map((organisation) => ({
        value: organisation.id,
        label: words.organisation(organisation),
      }))}
      limit={60}
      value={null}
      onChange={(id) => {
        if (!id) return;
        onAdd(id);
        setShown(shown + 1);
      }}
    />
  );
}
