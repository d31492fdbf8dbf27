"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { SkeletonBox } from "../layout/skeleton.tsx";
import { ChartTwin } from "./chart-twin.tsx";
import type { ChartColour, Marks } from "./chart-colour.ts";
import { prepareBarByDay } from "./prepare-bar-by-day.ts";
import type { BarStep, DayCount } from "./prepare-bar-by-day.ts";
import { WhenVisible } from "./when-visible.tsx";

const HEIGHT = 220;

const Chart = dynamic(() => import("./bar-by-day-chart.tsx").then((module) => module.BarByDayChart), {
  ssr: false,
  loading: () => <SkeletonBox height={HEIGHT} />,
});

const DATES = { day: "weekday", week: "weekday", month: "month" } as const;

type Props = {
  /** What is counted, for those who listen: "Checks by day". */
  label: string;
  days: readonly DayCount[];
  colour: ChartColour;
  empty?: ReactNode;
  marks?: Marks;
  /** What one bar stands for; `days` then carry the first day of each week or month. */
  step?: BarStep;
};

/** Counts by local day, the preliminary part hatched, days without a report left open; a table is one tap away. */
export function BarByDay({ label, days, colour, empty, marks, step = "day" }: Props) {
  const t = useTranslations("shell.chart");
  const format = useFormatter();
  const bars = prepareBarByDay(days, step);
  if (bars.length === 0) return <p>{empty ?? t("empty")}</p>;
  const number = (n: number) => format.number(n, "count");
  const rows = bars.map((bar) => ({
    key: bar.date,
    cells: [
      format.dateTime(new Date(bar.date), DATES[step]),
      bar.reported ? number(bar.validated) : "—",
      bar.reported ? number(bar.preliminary) : t("noReturn"),
      ...(marks ? [number(marks.byDate[bar.date] ?? 0)] : []),
    ],
  }));
  const columns = [
    { header: t(step) },
    { header: t("validated"), align: "end" as const },
    { header: t("preliminary"), align: "end" as const },
    ...(marks ? [{ header: marks.label, align: "end" as const }] : []),
  ];
  return (
    <ChartTwin label={label} columns={columns} rows={rows} note={t("hatched")}>
      <WhenVisible height={HEIGHT}>
        <Chart bars={bars} step={step} colour={colour} height={HEIGHT} label={label} marks={marks} />
      </WhenVisible>
    </ChartTwin>
  );
}
