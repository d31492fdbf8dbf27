"use client";

import { useDirection } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { Marks } from "./chart-colour.ts";
import styles from "./chart.module.css";
import type { DayBar } from "./prepare-bar-by-day.ts";

type TipProps = { active?: boolean; payload?: readonly { payload?: DayBar }[]; marks?: Marks };

export function DayTip({ active, payload, marks }: TipProps) {
  const t = useTranslations("shell.chart");
  const format = useFormatter();
  const { dir } = useDirection();
  const bar = payload?.[0]?.payload;
  if (!active || !bar) return null;
  return (
    <div className={styles.tip} dir={dir}>
      <strong>{format.dateTime(new Date(bar.date), "weekday")}</strong>
      {bar.reported ? (
        <>
          <span>
            {t("validated")}: {format.number(bar.validated, "count")}
          </span>
          <span>
            {t("preliminary")}: {format.number(bar.preliminary, "count")}
          </span>
        </>
      ) : (
        <span>— {t("noReturn")}</span>
      )}
      {marks && (
        <span>
          {marks.label}: {format.number(marks.byDate[bar.date] ?? 0, "count")}
        </span>
      )}
    </div>
  );
}
