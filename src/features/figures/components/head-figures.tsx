"use client";

import { useTranslations } from "next-intl";
import { Figure } from "#components/figure.tsx";
import { FigureRow } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { FigureSource } from "./figure-source.tsx";
import { colourOf, headFigures, printedLabel, useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";

/** The published figures that head an operation's page, each with its qualifier, unit, status, date and source. */
export function HeadFigures({ published }: { published: Published }) {
  const t = useTranslations("figures");
  const heads = headFigures(published);
  if (heads.length === 0) return null;
  return (
    <FigureRow label={t("published")}>
      {heads.map((figure) => (
        <HeadFigure key={figure.id} figure={figure} published={published} />
      ))}
    </FigureRow>
  );
}

function HeadFigure({ figure, published }: { figure: PublishedFigure; published: Published }) {
  const t = useTranslations("figures");
  const format = useFormatter();
  const terms = useTranslations("terms");
  const words = useFigureWords();
  const { certainty } = figure;
  // A number that heads the page says what it is made of, so that a part beside it is not read as another claim.
  const parts = published.figures
    .filter(
      ({ partOfId, measure, value }) =>
        partOfId === figure.id && measure === figure.measure && value !== null,
    )
    .map(({ value, label }) => `${format.number(value ?? 0, "count")} \u2068${printedLabel(label)}\u2069`);
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
      sources={<FigureSource sourceId={figure.sourceId} sources={published.sources} />}
      {...(parts.length > 0 && { note: t("ofWhich", { parts: parts.join(" · ") }) })}
    />
  );
}
