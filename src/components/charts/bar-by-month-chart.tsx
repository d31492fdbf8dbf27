"use client";

import { useDirection } from "@mantine/core";
import { useId } from "react";
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useFormatter } from "#i18n/use-formatter.ts";
import styles from "./chart.module.css";
import type { MonthBar, MonthMark, MonthSeries } from "./prepare-bar-by-month.ts";

type Props = {
  bars: readonly MonthBar[];
  series: readonly MonthSeries[];
  marks: readonly MonthMark[];
  height: number;
  label: string;
};

const TICK = { fontSize: 11, fill: "var(--ink-3)" };
const LINE = { stroke: "var(--line-2)" };

/** Bars side by side by month, with lines where something happened. */
export function BarByMonthChart({ bars, series, marks, height, label }: Props) {
  const id = useId();
  const rtl = useDirection().dir === "rtl";
  const format = useFormatter();
  const month = (value: string) => format.dateTime(new Date(`${value}-01`), "monthShort");
  const fillOf = ({ colour, look }: MonthSeries, index: number) =>
    look === "hatched" ? `url(#${id}${index})` : look === "open" ? "var(--surface)" : `var(--${colour})`;
  return (
    <div className={styles.chart} role="img" aria-label={label} dir="ltr">
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={[...bars]}
          margin={{ top: 18, right: 4, bottom: 0, left: 4 }}
          barCategoryGap="18%"
          barGap={1}
          accessibilityLayer={false}
        >
          <Hatches id={id} series={series} />
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="month"
            reversed={rtl}
            tickFormatter={month}
            tick={TICK}
            tickLine={false}
            axisLine={LINE}
            interval="equidistantPreserveStart"
            minTickGap={20}
          />
          <YAxis
            orientation={rtl ? "right" : "left"}
            tickFormatter={(n: number) => format.number(n, "compact")}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={44}
            allowDecimals={false}
          />
          {series.map((one, index) => (
            <Bar
              key={one.key}
              dataKey={one.key}
              fill={fillOf(one, index)}
              stroke={`var(--${one.colour})`}
              strokeWidth={1}
              isAnimationActive={false}
            />
          ))}
          {marks.map((mark, index) => (
            <ReferenceLine key={`${mark.month}${index}`} {...lineOf(mark, index)} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Where something happened, numbered as in the legend; a training is a whole line, an end is broken. */
function lineOf({ month, colour }: MonthMark, index: number) {
  return {
    x: month,
    stroke: `var(--${colour})`,
    strokeWidth: 2,
    ...(colour === "training" ? {} : { strokeDasharray: "5 3" }),
    label: { value: index + 1, position: "top" as const, fontSize: 11, fontWeight: 600, fill: "var(--ink)" },
  };
}

/** Stripes in each series' colour, so that sources differ without it. */
function Hatches({ id, series }: { id: string; series: readonly MonthSeries[] }) {
  return (
    <defs>
      {series.map(({ key, colour }, index) => (
        <pattern
          key={key}
          id={`${id}${index}`}
          width="5"
          height="5"
          patternTransform="rotate(45)"
          patternUnits="userSpaceOnUse"
        >
          <rect width="2.4" height="5" fill={`var(--${colour})`} />
        </pattern>
      ))}
    </defs>
  );
}
