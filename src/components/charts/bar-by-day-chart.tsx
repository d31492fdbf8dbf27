"use client";

import { useDirection } from "@mantine/core";
import { useId } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { BarShapeProps } from "recharts";
import { useFormatter } from "#i18n/use-formatter.ts";
import styles from "./chart.module.css";
import { DayMarks, MARKS_HEIGHT } from "./day-marks.tsx";
import { DayTip } from "./bar-by-day-tip.tsx";
import type { ChartColour, Marks } from "./chart-colour.ts";
import type { BarStep, DayBar } from "./prepare-bar-by-day.ts";

type Props = {
  bars: readonly DayBar[];
  step: BarStep;
  colour: ChartColour;
  height: number;
  label: string;
  marks?: Marks;
};

const TICK = { fontSize: 11, fill: "var(--ink-3)" };
const LINE = { stroke: "var(--line-2)" };
const CURSOR = { fill: "var(--ground)" };

export function BarByDayChart({ bars, step, colour, height, label, marks }: Props) {
  const hatch = useId();
  const rtl = useDirection().dir === "rtl";
  const format = useFormatter();
  const fill = `var(--${colour})`;
  const day = (date: string) => format.dateTime(new Date(date), step === "month" ? "monthShort" : "dayMonth");
  return (
    <div className={styles.chart} role="img" aria-label={label} dir="ltr">
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={[...bars]}
          margin={{ top: 8, right: 4, bottom: marks ? MARKS_HEIGHT : 0, left: 4 }}
          barCategoryGap="22%"
          accessibilityLayer={false}
        >
          <Hatch id={hatch} fill={fill} />
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="date"
            reversed={rtl}
            orientation={marks ? "top" : "bottom"}
            tickFormatter={day}
            tick={TICK}
            tickLine={false}
            axisLine={marks ? false : LINE}
            interval="equidistantPreserveStart"
            minTickGap={28}
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
          <Tooltip content={<DayTip marks={marks} />} cursor={CURSOR} isAnimationActive={false} />
          <Bar
            dataKey="validated"
            stackId="day"
            fill={fill}
            isAnimationActive={false}
            background={marks && ((bar: BarShapeProps) => <MarksOfDay bar={bar} marks={marks} />)}
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

/** What is not yet validated is drawn in stripes of the same colour. */
function Hatch({ id, fill }: { id: string; fill: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
        <rect width="2.4" height="5" fill={fill} />
      </pattern>
    </defs>
  );
}

function MarksOfDay({ bar, marks }: { bar: BarShapeProps; marks: Marks }) {
  const { x, y, width, height, payload } = bar;
  const count = marks.byDate[(payload as DayBar).date] ?? 0;
  return <DayMarks x={x} y={y} width={width} height={height} count={count} colour={marks.colour} />;
}
