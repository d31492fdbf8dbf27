"use client";

import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { nameEdition } from "#lib/edition.ts";
import { useKindWords } from "./kind-words.ts";
import { useUnitWords } from "./unit-words.ts";
import styles from "./summary.module.css";

type Measure = RouterOutputs["summary"]["published"]["measures"][number];
type Apart = Measure["apart"][number];

/** Names of kinds are written with underscores in the file they come from. */
const printed = (label: string) => label.replaceAll("_", " ");

/** One measure: its sums by unit, and behind a fold every figure that stands alone with the reason why. */
export function PublishedMeasure({ measure, sums, apart }: Measure) {
  const t = useTranslations("summary.published");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const kindOf = useKindWords();
  const unitOf = useUnitWords();
  return (
    <section className={styles.measure}>
      <h3>{terms(`measure.${measure}`)}</h3>
      <ul>
        {sums.map((sum) => (
          <li key={`${sum.unit}|${sum.kind}`}>
            <FigureValue value={sum.value} qualifier={sum.qualifier} /> {unitOf(measure, sum.unit, sum.value)}
            {sum.kind && <> · {kindOf(sum.kind)}</>}
            <small>
              {t("sumOf", { figures: format.number(sum.counted, "count"), operations: sum.operations })}
              {sum.without > 0 && ` · ${t("without", { count: sum.without })}`}
            </small>
          </li>
        ))}
      </ul>
      {apart.length > 0 && (
        <details>
          <summary>{t("apart", { count: apart.length })}</summary>
          <SimpleTable
            label={t("apart", { count: apart.length })}
            columns={[{ header: t("figure") }, { header: t("value"), align: "end" }, { header: t("why") }]}
            rows={apart.map((one) => ({
              key: one.figure.id,
              cells: [
                <What key="w" {...one} />,
                <Value
                  key="v"
                  {...one}
                  unit={unitOf(measure, one.figure.unit, one.figure.high ?? one.figure.value)}
                />,
                <Why key="y" {...one} />,
              ],
            }))}
          />
        </details>
      )}
    </section>
  );
}

function What({ figure }: Apart) {
  const { label, operation } = figure;
  return (
    <span className={styles.lines}>
      <span>{printed(label)}</span>
      <WorldLink href={`/operations/${operation.slug}`}>{nameEdition(operation)}</WorldLink>
    </span>
  );
}

function Value({ figure, unit }: Apart & { unit: string }) {
  const { value, low, high, qualifier, wording } = figure;
  return (
    <>
      <FigureValue value={value} low={low} high={high} qualifier={qualifier} wording={wording} /> {unit}
    </>
  );
}

function Why({ reason }: Apart) {
  const t = useTranslations("summary.published");
  const errors = useTranslations("errors");
  if (reason === "single" || reason === "no_number") return t(reason);
  return errors(reason);
}
