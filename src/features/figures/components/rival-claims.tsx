"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureValue } from "#components/figure.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { whyNotCompared } from "#lib/measure.ts";
import { FigureLink } from "./figure-link.tsx";
import { FigureSource } from "./figure-source.tsx";
import { useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";

type ClaimSet = Published["sets"][number];
type Props = {
  set: ClaimSet;
  published: Published;
  /** Address of the operation: then each claim leads to its own page, and every choice before is shown. */
  slug?: string;
  /** What a manager may do with the question. */
  children?: ReactNode;
};

/** Claims on one question side by side: never added, one of them perhaps the figure of record, with the reason. */
export function RivalClaims({ set, published, slug, children }: Props) {
  const t = useTranslations("figures.rival");
  const words = useFigureWords();
  const claims = published.figures
    .filter(({ figureSetId }) => figureSetId === set.id)
    .toSorted((a, b) => Number(b.id === set.recordFigureId) - Number(a.id === set.recordFigureId));
  const columns = [
    { header: <span className="only-spoken">{t("record")}</span> },
    { header: t("claim"), align: "end" as const },
    { header: t("unit") },
    { header: t("source") },
  ];
  return (
    <Card title={t("title")} {...(set.scope && { note: set.scope })}>
      <p className={styles.question}>
        <bdi>{set.question}</bdi>
      </p>
      <SimpleTable
        label={set.question}
        stacked
        columns={columns}
        rows={claims.map((claim) => ({
          key: claim.id,
          cells: [
            claim.id === set.recordFigureId && (
              <Chip key="record" tone="valid">
                {t("record")}
              </Chip>
            ),
            <FigureValue key="value" {...claim} />,
            <span key="unit" className={styles.asPrinted}>
              {claim.unit === "unspecified" || claim.unit === "items"
                ? words.measure(claim)
                : words.unit(claim.unit)}
              <small>
                <FigureLink figure={claim} slug={slug} />
              </small>
            </span>,
            <span key="source" className={styles.cited}>
              <FigureSource sourceId={claim.sourceId} sources={published.sources} />
            </span>,
          ],
        }))}
      />
      <p className={styles.note}>
        {areAlike(claims) ? t("notSummedSame") : t("notSummed")} <Record set={set} />
      </p>
      {slug !== undefined && <Choices set={set} />}
      {children}
    </Card>
  );
}

function areAlike(claims: readonly PublishedFigure[]): boolean {
  const [first] = claims;
  return claims.every((claim) => first === undefined || whyNotCompared(first, claim) === null);
}

function Record({ set }: { set: ClaimSet }) {
  const t = useTranslations("figures.rival");
  const format = useFormatter();
  if (set.recordAt === null) return <>{t("noRecord")}</>;
  const date = format.dateTime(set.recordAt, "day");
  // The reason is in the language of whoever chose: isolated, so that its direction does not turn the sentence.
  const reason = `\u2068${set.recordReason ?? "—"}\u2069`;
  if (set.recordFigureId === null) return <>{t("noneChosen", { date, reason })}</>;
  return <>{t(`chosenBy.${set.by}`, { date, reason })}</>;
}

/** Choices before the present one, newest first. */
function Choices({ set }: { set: ClaimSet }) {
  const t = useTranslations("figures.rival");
  const format = useFormatter();
  const before = set.choices.slice(1);
  if (before.length === 0) return null;
  return (
    <details className={styles.before}>
      <summary>{t("before", { count: before.length })}</summary>
      <ul className={styles.lines}>
        {before.map((choice) => {
          const date = format.dateTime(choice.chosenAt, "day");
          const reason = `\u2068${choice.reason}\u2069`;
          return (
            <li key={choice.id}>
              {choice.figureId === null
                ? t("noneChosen", { date, reason })
                : t(`chosenBy.${choice.by}`, { date, reason })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
