"use client";

import { useLocale, useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { listed } from "#i18n/side-by-side.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useKindWords } from "./kind-words.ts";
import { PaperSection } from "./paper-section.tsx";
import { useUnitWords } from "./unit-words.ts";
import styles from "./paper.module.css";

type Published = RouterOutputs["summary"]["published"];

/** Published sums on paper, beside the totals; what stands alone is counted, and stands in full on the screen. */
export function PaperPublished({ published: { measures, operations } }: { published: Published }) {
  const t = useTranslations("summary.published");
  const terms = useTranslations("terms.measure");
  const locale = useLocale();
  const format = useFormatter();
  const unitOf = useUnitWords();
  const kindOf = useKindWords();
  const rows = measures.flatMap(({ measure, sums }) =>
    sums.map((sum) => ({
      key: `${measure}|${sum.unit}|${sum.kind}`,
      cells: [
        listed(locale, [terms(measure), ...(sum.kind ? [kindOf(sum.kind)] : [])]),
        <span key="v">
          <FigureValue value={sum.value} qualifier={sum.qualifier} /> {unitOf(measure, sum.unit, sum.value)}
        </span>,
        t("sumOf", { figures: format.number(sum.counted, "count"), operations: sum.operations }),
      ],
    })),
  );
  const apart = measures.reduce((all, measure) => all + measure.apart.length, 0);
  if (rows.length === 0 && apart === 0) return null;
  return (
    <PaperSection title={t("title")} note={t("of", { count: operations })}>
      {rows.length > 0 && (
        <SimpleTable
          label={t("title")}
          columns={[{ header: t("figure") }, { header: t("value"), align: "end" }, { header: t("basis") }]}
          rows={rows}
        />
      )}
      <p className={styles.note}>
        {t("meaning")} {apart > 0 && t("apartOnPaper", { count: apart })}
      </p>
    </PaperSection>
  );
}
