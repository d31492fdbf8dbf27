"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { compareToTotals } from "../rules.ts";
import type { Comparison } from "../rules.ts";
import { useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";

/** Published figures beside Muster's own totals of the same operation: the difference in words, neither adjusted to the other. */
export function BesideTotals({ operationId, published }: { operationId: string; published: Published }) {
  const t = useTranslations("figures.beside");
  const read = useQuery(useTRPC().figures.totals.queryOptions({ operationId }));
  return (
    <Known query={read} title={t("title")} waiting={<SkeletonLines lines={3} />}>
      {(counted) => <Beside counted={counted} published={published} />}
    </Known>
  );
}

type Counts = RouterOutputs["figures"]["totals"];

function Beside({ counted, published }: { counted: Counts; published: Published }) {
  const t = useTranslations("figures.beside");
  const words = useFigureWords();
  const rows = published.figures.flatMap((figure) => {
    const comparison = compareToTotals(figure, counted.totals);
    return comparison ? [{ figure, comparison }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <Card title={t("title")} note={t("note")}>
      <SimpleTable
        label={t("title")}
        columns={[
          { header: t("what") },
          { header: t("published"), align: "end" },
          { header: t("counted"), align: "end" },
          { header: t("difference") },
        ]}
        rows={rows.map(({ figure, comparison }) => ({
          key: figure.id,
          cells: [
            <span key="what" className={styles.printed}>
              {[words.measure(figure), ...words.aside(figure)].join(" · ")}
              <small>{words.unit(figure.unit)}</small>
            </span>,
            <FigureValue key="published" {...figure} />,
            <Counted key="counted" comparison={comparison} />,
            <Difference key="difference" figure={figure} comparison={comparison} />,
          ],
        }))}
      />
      <p className={styles.note}>{t(counted.whole ? "never" : "part")}</p>
    </Card>
  );
}

function Counted({ comparison: { total, form } }: { comparison: Comparison }) {
  const t = useTranslations("figures.beside");
  const format = useFormatter();
  const words = useFigureWords();
  return (
    <span className={styles.printed}>
      <FigureValue value={total.validated} />
      {total.preliminary > 0 && (
        <small>{t("preliminary", { count: format.number(total.preliminary, "decimal") })}</small>
      )}
      {form === "refused" && <small>{words.unit(total.unit)}</small>}
    </span>
  );
}

function Difference({ figure, comparison }: { figure: PublishedFigure; comparison: Comparison }) {
  const t = useTranslations("figures.beside");
  const errors = useTranslations("errors");
  const format = useFormatter();
  if (comparison.form === "refused") return <>{errors(comparison.reason)}</>;
  const { difference, because, total } = comparison;
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const amount = difference === null ? "" : format.number(Math.abs(difference), "decimal");
  const said =
    difference === null
      ? t("noDifference")
      : difference === 0
        ? t("equal")
        : t(difference > 0 ? "more" : "less", { amount });
  return (
    <span className={styles.printed}>
      {said}
      {because.map((reason) => (
        <small key={reason}>
          {t(`because.${reason}`, {
            from: day(total.from),
            to: day(total.to),
            asOf: figure.asOf ? day(figure.asOf) : "",
          })}
        </small>
      ))}
    </span>
  );
}
