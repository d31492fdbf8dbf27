"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { SkeletonBox } from "../layout/skeleton.tsx";
import styles from "./bar-by-month.module.css";
import { ChartTwin } from "./chart-twin.tsx";
import { prepareBarByMonth } from "./prepare-bar-by-month.ts";
import type { MonthMark, MonthSeries } from "./prepare-bar-by-month.ts";
import { WhenVisible } from "./when-visible.tsx";

const HEIGHT = 220;

const Chart = dynamic(() => import("./bar-by-month-chart.tsx").then((module) => module.BarByMonthChart), {
  ssr: false,
  loading: () => <SkeletonBox height={HEIGHT} />,
});

type Props = {
  label: string;
  /** "2026-11", in order, without gaps. */
  months: readonly string[];
  series: readonly MonthSeries[];
  marks?: readonly MonthMark[];
  /** Heading of the table's column of marks. */
  marksLabel: string;
  /** What a month says that was asked for and is not known. */
  unknown: string;
  note?: ReactNode;
};

const NO_MARKS: readonly MonthMark[] = [];

/** Counts by month, sources beside each other, with numbered lines where something happened; a table is one tap away. */
export function BarByMonth(props: Props) {
  const { label, months, series, marks = NO_MARKS, marksLabel, unknown, note } = props;
  const t = useTranslations("shell.chart");
  const format = useFormatter();
  const cell = (count: number | null | undefined) =>
    count === undefined ? "—" : count === null ? unknown : format.number(count, "count");
  return (
    <ChartTwin
      label={label}
      note={note}
      columns={[
        { header: t("month") },
        ...series.map((one) => ({ header: one.label, align: "end" as const })),
        { header: marksLabel },
      ]}
      rows={months.map((month) => ({
        key: month,
        cells: [
          format.dateTime(new Date(`${month}-01`), "month"),
          ...series.map(({ counts }) => cell(counts[month])),
          marks
            .filter((mark) => mark.month === month)
            .map((mark) => mark.label)
            .join("; "),
        ],
      }))}
    >
      <WhenVisible height={HEIGHT}>
        <Chart
          bars={prepareBarByMonth(months, series)}
          series={series}
          marks={marks}
          height={HEIGHT}
          label={label}
        />
      </WhenVisible>
      <ul className={styles.legend}>
        {series.length > 1 &&
          series.map((one) => (
            <li key={one.key}>
              <i data-look={one.look ?? "full"} style={{ "--tone": `var(--${one.colour})` } as object} />
              {one.label}
            </li>
          ))}
        {marks.map((mark, index) => (
          <li key={`${mark.month}${index}`}>
            <b>{format.number(index + 1, "count")}</b> {mark.label}
          </li>
        ))}
      </ul>
    </ChartTwin>
  );
}
