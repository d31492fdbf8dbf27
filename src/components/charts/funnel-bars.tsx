"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import styles from "./chart.module.css";
import { ChartTwin } from "./chart-twin.tsx";
import type { ChartColour } from "./chart-colour.ts";
import { prepareFunnel } from "./prepare-funnel.ts";

export type FunnelRow = {
  key: string;
  label: string;
  count: number | null;
  colour: ChartColour | "accent";
  /** Shown instead of the number, such as "<5"; the bar is then left out. */
  shown?: string;
  /** The number with what belongs to it, such as a qualifier or "<5", for the bars and for their table. */
  said?: ReactNode;
};

/** Checks → matches → confirmed → outcome as bars, with the numbers beside them. */
export function FunnelBars({
  label,
  rows,
  note,
}: {
  label: string;
  rows: readonly FunnelRow[];
  note?: ReactNode;
}) {
  const t = useTranslations("shell.chart");
  const shell = useTranslations("shell.figure");
  const format = useFormatter();
  const bars = prepareFunnel(rows.map((row) => ({ key: row.key, count: row.shown ? null : row.count })));
  const number = (row: FunnelRow) =>
    row.shown ?? (row.count === null ? "—" : format.number(row.count, "count"));
  const columns = [{ header: t("stage") }, { header: t("count"), align: "end" as const }];
  const cut = bars.some((bar) => bar.cut);
  return (
    <ChartTwin
      label={label}
      columns={columns}
      rows={rows.map((row) => ({ key: row.key, cells: [row.label, row.said ?? number(row)] }))}
      note={note ?? (cut ? t("firstIsCut") : undefined)}
    >
      <dl className={styles.funnel}>
        {rows.map((row, index) => (
          <div key={row.key} className={styles.stage}>
            <dt>{row.label}</dt>
            <dd className={styles.track} aria-hidden="true">
              <i
                data-cut={bars[index]?.cut || undefined}
                style={{
                  inlineSize: `${(bars[index]?.share ?? 0) * 100}%`,
                  background: `var(--${row.colour})`,
                }}
              />
            </dd>
            <dd
              className={styles.number}
              title={row.count === null && !row.shown && !row.said ? shell("notReported") : undefined}
            >
              {row.said ?? number(row)}
            </dd>
          </div>
        ))}
      </dl>
    </ChartTwin>
  );
}
