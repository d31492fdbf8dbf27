"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { useCan } from "#access/use-can.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { FiledNotice } from "./filed-notice.tsx";
import { looksPersonal } from "./looks-personal.ts";
import styles from "./point-day.module.css";
import type { PointDayData } from "./return-shapes.ts";
import { useAnswer } from "./use-answer.ts";

type Remark = { id: string; text: string; at: Date; resolvedAt: Date | null; mine: boolean };

/** What was asked and answered, in order; an open question can be answered by the country. */
export function Remarks({ remarks, day }: { remarks: readonly Remark[]; day: PointDayData }) {
  const t = useTranslations("returns.day");
  const format = useFormatter();
  const can = useCan();
  if (remarks.length === 0) return null;
  return (
    <ol className={styles.remarks} aria-label={t("remarks")}>
      {remarks.map((remark) => (
        <li key={remark.id} data-open={remark.resolvedAt === null || undefined}>
          <p dir="auto">{remark.text}</p>
          <small>
            {[
              remark.mine ? t("byYou") : null,
              format.dateTime(remark.at, "momentZone", { timeZone: day.timeZone }),
              remark.resolvedAt === null ? t("openQuestion") : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
          {remark.resolvedAt === null && can("return:file") && <Answer remarkId={remark.id} day={day} />}
        </li>
      ))}
    </ol>
  );
}

function Answer({ remarkId, day }: { remarkId: string; day: PointDayData }) {
  const t = useTranslations("returns.day");
  const errors = useTranslations("errors.issue");
  const [empty, setEmpty] = useState(false);
  const { text, type, send, pending, waits, error } = useAnswer({ remarkId, day });
  if (waits) return <FiledNotice entry={waits} />;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === "");
    if (text.trim() !== "") void send();
  };
  return (
    <form noValidate onSubmit={submit} className={styles.ask}>
      <TextAreaField
        label={t("answer")}
        required
        rows={2}
        maxLength={500}
        value={text}
        error={empty && errors("required")}
        personal={looksPersonal(text)}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Refusal error={error} />
      <div className={styles.buttons}>
        <SubmitButton pending={pending}>{t("sendAnswer")}</SubmitButton>
      </div>
    </form>
  );
}
