import type { BarShapeProps } from "recharts";

const MOST_DOTS = 6;
const STEP = 6;

/** Room under the bars that the dots need, in pixels. */
export const MARKS_HEIGHT = MOST_DOTS * STEP + 10;

type Props = Pick<BarShapeProps, "x" | "y" | "width" | "height"> & { count: number; colour: string };

/** One dot a case under its day; more than six are written as a number. */
export function DayMarks({ x, y, width, height, count, colour }: Props) {
  const middle = x + width / 2;
  const top = y + height + 10;
  if (count > MOST_DOTS)
    return (
      <text x={middle} y={top + 5} textAnchor="middle" fontSize={11} fontWeight={600} fill="var(--confirmed)">
        {count}
      </text>
    );
  return (
    <g>
      {Array.from({ length: count }, (_, index) => (
        <circle key={index} cx={middle} cy={top + index * STEP} r={2.3} fill={`var(--${colour})`} />
      ))}
    </g>
  );
}
