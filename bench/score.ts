/** One measured figure. `required` and `aim` are bounds from above, unless `atLeast` says that more is better. */
export type Figure = {
  name: string;
  value: number;
  unit: "x" | "%" | "kB" | "B" | "requests/s" | "ms" | "differences";
  required?: number;
  aim?: number;
  atLeast?: boolean;
  /** What it was worked out from, for whoever wants to check. */
  detail?: string;
};

const meets = ({ value, atLeast }: Figure, bound: number) => (atLeast ? value >= bound : value <= bound);

export const isMissed = (figure: Figure): boolean =>
  figure.required !== undefined && !meets(figure, figure.required);

const DIGITS: Record<Figure["unit"], number> = {
  x: 2,
  "%": 0,
  kB: 1,
  B: 0,
  "requests/s": 0,
  ms: 1,
  differences: 0,
};
const written = (value: number, unit: Figure["unit"]) =>
  `${value.toFixed(unit === "x" && value >= 100 ? 0 : DIGITS[unit])} ${unit}`;

/** A figure as one line: what, how much, against which bounds, and whether it is met. */
export function lineOf(figure: Figure): string {
  const { name, value, unit, required, aim, atLeast, detail } = figure;
  const sign = atLeast ? "≥" : "≤";
  const bounds = [
    required === undefined ? "" : `required ${sign} ${written(required, unit)}`,
    aim === undefined ? "" : `aim ${sign} ${written(aim, unit)}`,
  ].filter(Boolean);
  const verdict =
    required === undefined
      ? "reported"
      : isMissed(figure)
        ? "MISSED"
        : aim !== undefined && meets(figure, aim)
          ? "met, aim reached"
          : "met";
  const said = [bounds.join(", "), detail].filter(Boolean).join("; ");
  return `${name.padEnd(58)}${written(value, unit).padStart(16)}  ${verdict.padEnd(17)}${said}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
