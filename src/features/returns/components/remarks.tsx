"use client";

import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { RemarkForm } from "#components/form/remark-form.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { FiledNotice } from "./filed-notice.tsx";
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
  const { waits, ...form } = useAnswer({ remarkId, day });
  if (waits) return <FiledNotice entry={waits} />;
  return <RemarkForm {...form} timeZone={day.timeZone} label={t("answer")} action={t("sendAnswer")} />;
}
