"use client";

import { useTranslations } from "next-intl";
import { FunnelBars } from "#components/charts/funnel-bars.tsx";
import type { ChartColour } from "#components/charts/chart-colour.ts";
import { FigureValue } from "#components/figure.tsx";
import { Card } from "#components/layout/card.tsx";
import type { Measure } from "#lib/measure.ts";
import { headFigures, useFigureWords } from "./figure-words.ts";
import type { Published } from "./figure-words.ts";

const STAGES: readonly (readonly [Measure, ChartColour])[] = [
  ["checks", "checks"],
  ["matches", "matches"],
  ["confirmed_matches", "confirmed"],
  ["arrests", "arrests"],
];

/** Checks → matches → confirmed → arrests as published; a stage that nobody published is shown as not reported. */
export function PublishedFunnel({
  published,
  title,
  note,
}: {
  published: Published;
  title: string;
  note: string;
}) {
  const t = useTranslations("figures");
  const terms = useTranslations("terms.measure");
  const words = useFigureWords();
  const heads = headFigures(published);
  const found = STAGES.map(([measure, colour]) => ({
    measure,
    colour,
    figure: heads.find((figure) => figure.measure === measure),
  }));
  if (found.filter(({ figure }) => figure).length < 2) return null;
  return (
    <Card title={title} note={t("asPublished")}>
      <FunnelBars
        label={title}
        note={note}
        rows={found.map(({ measure, colour, figure }) => ({
          key: measure,
          label: figure ? words.measure(figure) : terms(measure),
          count: figure?.value ?? null,
          colour,
          ...(figure && { said: <FigureValue {...figure} /> }),
        }))}
      />
    </Card>
  );
}
