"use client";

import { useTranslations } from "next-intl";
import type { RouterOutputs } from "#trpc/client.tsx";
import { firstRow, secondRow } from "./headline-rows.ts";
import { useMeasureWords } from "./measure-words.ts";
import styles from "./paper.module.css";
import { ShownCell } from "./shown-cell.tsx";
import { useSummaryHref } from "./use-summary-href.ts";

type Total = RouterOutputs["summary"]["totals"]["totals"][number];

/** The key figures on paper: the number, what it counts, and apart from it what is not validated. */
export function PaperFigures({ totals }: { totals: readonly Total[] }) {
  const t = useTranslations("summary");
  const words = useMeasureWords();
  const href = useSummaryHref();
  const shown = [...firstRow(totals), ...secondRow(totals)];
  return (
    <dl className={styles.figures}>
      {shown.map(({ measure, unit, total, colour }) => (
        <div key={`${measure}:${unit}`} data-colour={colour}>
          <dd>
            {total ? <ShownCell {...total} href={`${href({ open: `${measure}:${unit}` })}#parts`} /> : "—"}
          </dd>
          <dt>
            {words(measure, unit)}
            {!total && <small>{t("paper.notReported")}</small>}
          </dt>
        </div>
      ))}
    </dl>
  );
}
