"use client";

import { useTranslations } from "next-intl";
import { Card, FigureRow } from "#components/layout/card.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { firstRow, secondRow } from "./headline-rows.ts";
import { TotalFigure } from "./total-figure.tsx";

type Totals = RouterOutputs["summary"]["totals"];

/** Validated totals with their units, preliminary ones apart. */
export function HeadlineTotals({ totals, filter }: { totals: Totals; filter: SummaryFilter }) {
  const t = useTranslations("summary");
  if (totals.totals.length === 0)
    return (
      <Card title={t("results")}>
        <EmptyState title={t("noResults")}>
          {t(filter.exercise ? "noResultsExercise" : "noResultsReal")}
        </EmptyState>
      </Card>
    );
  const more = secondRow(totals.totals);
  return (
    <Card title={t("results")} note={t("resultsNote")} flush>
      <FigureRow label={t("results")}>
        {firstRow(totals.totals).map((shown) => (
          <TotalFigure key={`${shown.measure}:${shown.unit}`} {...shown} />
        ))}
      </FigureRow>
      {more.length > 0 && (
        <FigureRow label={t("outcomes")}>
          {more.map((shown) => (
            <TotalFigure key={`${shown.measure}:${shown.unit}`} {...shown} />
          ))}
        </FigureRow>
      )}
    </Card>
  );
}
