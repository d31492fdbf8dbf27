"use client";

import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { Card } from "#components/layout/card.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { FigureLink } from "./figure-link.tsx";
import { FigureSource } from "./figure-source.tsx";
import { useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";

/** Every figure that was published, in the order of the source, parts under what they are a part of. */
export function PublishedFigures({ published, slug }: { published: Published; slug?: string }) {
  const t = useTranslations("figures");
  const { sources, sets } = published;
  const records = new Set(sets.map(({ recordFigureId }) => recordFigureId));
  // Rival claims stand beside each other on their own card; of each set only the figure of record is listed here.
  const figures = published.figures.filter(({ id, figureSetId }) => figureSetId === null || records.has(id));
  const ordered = figures
    .filter(({ partOfId }) => !figures.some(({ id }) => id === partOfId))
    .flatMap((whole) => [whole, ...figures.filter(({ partOfId }) => partOfId === whole.id)]);
  const columns = [
    { header: t("column.measure") },
    { header: t("column.number"), align: "end" as const },
    { header: t("column.printed") },
    { header: t("column.status"), roomy: true },
    { header: t("column.source") },
  ];
  return (
    <Card title={t("published")} note={t("asPublished")}>
      {ordered.length === 0 ? (
        <p>{t(published.figures.length === 0 ? "none" : "allClaims")}</p>
      ) : (
        <SimpleTable
          label={t("published")}
          stacked
          columns={columns}
          rows={ordered.map((figure) => ({
            key: figure.id,
            cells: [
              <What key="what" figure={figure} />,
              <Number key="value" figure={figure} />,
              <Printed key="printed" figure={figure} slug={slug} />,
              <Status key="status" figure={figure} />,
              <span key="source" className={styles.cited}>
                <FigureSource sourceId={figure.sourceId} sources={sources} />
              </span>,
            ],
          }))}
        />
      )}
    </Card>
  );
}

function What({ figure }: { figure: PublishedFigure }) {
  const t = useTranslations("figures");
  const words = useFigureWords();
  const said = [words.measure(figure), ...words.aside(figure)].join(" · ");
  if (figure.partOfId === null) return <>{said}</>;
  return (
    <span className={styles.part}>
      {t("partOf")} {said}
    </span>
  );
}

const SAID_BY_THE_MEASURE = new Set(["items", "people", "unspecified"]);

/** The number, with its unit where the measure does not already say it. */
function Number({ figure }: { figure: PublishedFigure }) {
  const words = useFigureWords();
  const apart = figure.measure !== "checks" && !SAID_BY_THE_MEASURE.has(figure.unit);
  return (
    <span className={styles.printed}>
      <FigureValue {...figure} />
      {apart && <small>{words.unit(figure.unit)}</small>}
    </span>
  );
}

function Printed({ figure, slug }: { figure: PublishedFigure; slug: string | undefined }) {
  const t = useTranslations("figures");
  const more = [
    figure.note,
    figure.value !== null && figure.wording,
    figure.periodWording && t("period", { words: figure.periodWording }),
    figure.valuation && t("valuation"),
    figure.supersedesId && t("revised"),
  ].filter(Boolean);
  return (
    <span className={styles.asPrinted}>
      <FigureLink figure={figure} slug={slug} />
      {more.map((words) => (
        <small key={String(words)}>
          <bdi>{words}</bdi>
        </small>
      ))}
    </span>
  );
}

function Status({ figure }: { figure: PublishedFigure }) {
  const terms = useTranslations("terms");
  const status = terms(`figureStatus.${figure.status}`);
  return (
    <>{figure.certainty === "stated" ? status : `${status} · ${terms(`certainty.${figure.certainty}`)}`}</>
  );
}
