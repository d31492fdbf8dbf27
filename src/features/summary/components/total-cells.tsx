"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import type { Measure } from "#generated/prisma/enums.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import styles from "./summary.module.css";

export type Total = RouterOutputs["summary"]["totals"]["totals"][number];
const COUNTED: readonly Measure[] = ["matches", "confirmed_matches", "arrests"];

type Choice = { operation?: string; programme?: string; country?: string };

/** Columns of a row of totals: checks by unit, then matches, confirmed and arrests; each number opens to its parts in that choice. */
export function useTotalColumns() {
  const t = useTranslations("summary");
  const words = useMeasureWords();
  const { href } = useUrlFilter();
  const opens = (choice: Choice, { measure, unit }: Total) =>
    `${href({ ...choice, open: `${measure}:${unit}` })}#parts`;
  const columns = [
    { header: t("checks"), align: "end" as const },
    ...COUNTED.map((measure) => ({ header: words(measure, "cases"), align: "end" as const })),
  ];
  const cellsOf = (totals: readonly Total[], choice: Choice): ReactNode[] => [
    <CheckLines key="checks" totals={totals} hrefOf={(total) => opens(choice, total)} />,
    ...COUNTED.map((measure) => {
      const total = totals.find((one) => one.measure === measure);
      return total ? <ShownCell key={measure} {...total} href={opens(choice, total)} /> : "—";
    }),
  ];
  return { columns, cellsOf };
}

/** Checks in each unit they were counted in: never added to each other. */
function CheckLines({ totals, hrefOf }: { totals: readonly Total[]; hrefOf: (total: Total) => string }) {
  const words = useMeasureWords();
  const checks = totals.filter(({ measure }) => measure === "checks");
  if (checks.length === 0) return "—";
  return (
    <span className={styles.lines}>
      {checks.map((total) => (
        <span key={total.unit}>
          <ShownCell {...total} href={hrefOf(total)} /> <small>{words("checks", total.unit)}</small>
        </span>
      ))}
    </span>
  );
}
