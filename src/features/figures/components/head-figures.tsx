"use client";

import { useTranslations } from "next-intl";
import { Figure } from "#components/figure.tsx";
import { FigureRow } from "#components/layout/card.tsx";
import { FigureSource } from "./figure-source.tsx";
import { colourOf, headFigures, useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";

/** The published figures that head an operation's page, each with its qualifier, unit, status, date and source. */
export function HeadFigures({ published }: { published: Published }) {
  const t = useTranslations("figures");
  const heads = headFigures(published);
  if (heads.length === 0) return null;
  return (
    <FigureRow label={t("published")}>
      {heads.map((figure) => (
        <HeadFigure key={figure.id} figure={figure} sources={published.sources} />
      ))}
    </FigureRow>
  );
}

function HeadFigure({ figure, sources }: { figure: PublishedFigure; sources: Published["sources"] }) {
  const terms = useTranslations("terms");
  const words = useFigureWords();
  const { certainty } = figure;
  const unit = [words.measure(figure), ...words.aside(figure)].join(" · ");
  return (
    <Figure
      value={figure.value}
      qualifier={figure.qualifier}
      low={figure.low}
      high={figure.high}
      wording={figure.wording}
      unit={certainty === "stated" ? unit : `${unit} (${terms(`certainty.${certainty}`)})`}
      status={terms(`figureStatus.${figure.status}`)}
      asOf={figure.asOf}
      colour={colourOf(figure.measure)}
      sources={<FigureSource sourceId={figure.sourceId} sources={sources} />}
    />
  );
}
