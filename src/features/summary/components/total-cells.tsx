"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Measure } from "#generated/prisma/enums.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import { useSummaryHref } from "./use-summary-href.ts";

export type Total = RouterOutputs["summary"]["totals"]["totals"][number];
type Choice = { operation?: string; programme?: string; country?: string };
type Column = { measure: Measure; unit: string };

const COUNTED: readonly Column[] = [
  { measure: "matches", unit: "cases" },
  { measure: "confirmed_matches", unit: "cases" },
  { measure: "arrests", unit: "people" },
];

/**
 * Columns of rows of totals: checks in each unit they were counted in, never added to each other, then matches, confirmed and
 * arrests. Each number opens to its parts in the choice of its row.
 */
export function useTotalColumns(rows: readonly (readonly Total[])[]) {
  const t = useTranslations("summary");
  const words = useMeasureWords();
  const href = useSummaryHref();
  const units = rows.flat().flatMap(({ measure, unit }) => (measure === "checks" ? [unit] : []));
  const shown: Column[] = [
    ...[...new Set(units)].sort().map((unit) => ({ measure: "checks" as const, unit })),
    ...COUNTED,
  ];
  const columns = shown.map(({ measure, unit }) => ({ header: words(measure, unit), align: "end" as const }));
  const cellsOf = (totals: readonly Total[], choice: Choice): ReactNode[] =>
    shown.map(({ measure, unit }) => {
      const total = totals.find((one) => one.measure === measure && one.unit === unit);
      const key = `${measure}:${unit}`;
      if (!total)
        return (
          <span key={key} title={t("paper.notReported")}>
            —
          </span>
        );
      const opens = `${href({ ...choice, open: `${measure}:${unit}` })}#parts`;
      return <ShownCell key={key} {...total} href={opens} />;
    });
  const gaps = rows.some((row) =>
    shown.some(({ measure, unit }) => !row.some((one) => one.measure === measure && one.unit === unit)),
  );
  return { columns, cellsOf, dash: gaps ? `— ${t("paper.notReported")}` : null };
}
