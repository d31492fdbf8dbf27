"use client";

import { useDirection } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { BarShapeProps } from "recharts";
import styles from "./chart.module.css";
import { DayMarks, MARKS_HEIGHT } from "./day-marks.tsx";
import type { ChartColour, Marks } from "./bar-by-day.tsx";
import type { BarStep, DayBar } from "./prepare-bar-by-day.ts";

type Props = {
  bars: readonly DayBar[];
  step: BarStep;
  colour: ChartColour;
  height: number;
  label: string;
  marks?: Marks;
};

export function BarByDayChart({ bars, step, colour, height, label, marks }: Props) {
  const hatch = useId();
  const rtl = useDirection().dir === "rtl";
  const format = useFormatter();
  const fill = `var(--${colour})`;
  const day = (date: string) => format.dateTime(new Date(date), step === "month" ? "monthShort" : "dayMonth");
  const tick = { fontSize: 11, fill: "var(--ink-3)" };
  return (
    <div className={styles.chart} role="img" aria-label={label} dir="ltr">
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={[...bars]}
          margin={{ top: 8, right: 4, bottom: marks ? MARKS_HEIGHT : 0, left: 4 }}
          barCategoryGap="22%"
          accessibilityLayer={false}
        >
          <defs>
            <pattern
              id={hatch}
              width="5"
              height="5"
              patternTransform="rotate(45)"
              patternUnits="userSpaceOnUse"
            >
              <rect width="2.4" height="5" fill={fill} />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="date"
            reversed={rtl}
            orientation={marks ? "top" : "bottom"}
            tickFormatter={day}
            tick={tick}
            tickLine={false}
            axisLine={marks ? false : { stroke: "var(--line-2)" }}
            minTickGap={28}
          />
          <YAxis
            orientation={rtl ? "right" : "left"}
            tickFormatter={(n: number) => format.number(n, "compact")}
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={44}
            allowDecimals={false}
          />
          <Tooltip
            content={<DayTip marks={marks} />}
            cursor={{ fill: "var(--ground)" }}
            isAnimationActive={false}
          />
          <Bar
            dataKey="validated"
            stackId="day"
            fill={fill}
            isAnimationActive={false}
            background={
              marks &&
              (({ x, y, width, height: tall, payload }: BarShapeProps) => (
                <DayMarks
                  {...{ x, y, width, height: tall }}
                  count={marks.byDate[(payload as DayBar).date] ?? 0}
                  colour={marks.colour}
                />
              ))
            }
          />
          <Bar
            dataKey="preliminary"
            stackId="day"
            fill={`url(#${hatch})`}
            stroke={fill}
            strokeWidth={1}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type TipProps = { active?: boolean; payload?: readonly { payload?: DayBar }[]; marks?: Marks };

function DayTip({ active, payload, marks }: TipProps) {
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
