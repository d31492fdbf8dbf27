"use client";

import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { Card } from "#components/layout/card.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { FigureSource } from "./figure-source.tsx";
import { printedLabel, useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";

/** Every figure that was published, in the order of the source, parts under what they are a part of. */
export function PublishedFigures({ published }: { published: Published }) {
  const t = useTranslations("figures");
  const { figures, sources } = published;
  const ordered = figures
    .filter(({ partOfId }) => partOfId === null)
    .flatMap((whole) => [whole, ...figures.filter(({ partOfId }) => partOfId === whole.id)]);
  const columns = [
    { header: t("column.measure") },
    { header: t("column.number"), align: "end" as const },
    { header: t("column.unit") },
    { header: t("column.printed") },
    { header: t("column.status") },
    { header: t("column.source") },
  ];
  return (
    <Card title={t("published")} note={t("asPublished")}>
      {ordered.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <SimpleTable
          label={t("published")}
          columns={columns}
          rows={ordered.map((figure) => ({
            key: figure.id,
            cells: [
              <What key="what" figure={figure} />,
              <FigureValue key="value" {...figure} />,
              <Unit key="unit" figure={figure} />,
              <Printed key="printed" figure={figure} />,
              <Status key="status" figure={figure} />,
              <FigureSource key="source" sourceId={figure.sourceId} sources={sources} />,
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

function Unit({ figure }: { figure: PublishedFigure }) {
  const words = useFigureWords();
  return <>{words.unit(figure.unit)}</>;
}

function Printed({ figure }: { figure: PublishedFigure }) {
  const t = useTranslations("figures");
  const more = [
    figure.note,
    figure.value !== null && figure.wording,
    figure.periodWording && t("period", { words: figure.periodWording }),
    figure.valuation && t("valuation"),
  ].filter(Boolean);
  return (
    <span className={styles.printed}>
      <bdi>{printedLabel(figure.label)}</bdi>
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
