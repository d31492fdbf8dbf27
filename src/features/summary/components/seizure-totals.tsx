"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useUnit } from "#i18n/use-quantity.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useKindWords } from "./kind-words.ts";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import styles from "./summary.module.css";
import { useSummaryHref } from "./use-summary-href.ts";

type Props = { totals: RouterOutputs["summary"]["totals"] };

/** Seizures by commodity and unit, never added to each other; each quantity opens to its parts. */
export function SeizureTotals({ totals }: Props) {
  const t = useTranslations("summary");
  if (totals.totals.every(({ measure }) => measure !== "seizures")) return null;
  return (
    <Card title={t("seizures")}>
      <SeizureRows totals={totals} />
    </Card>
  );
}

/** The rows by themselves, for the page and for paper. */
export function SeizureRows({ totals: { totals } }: Props) {
  const t = useTranslations("summary");
  const words = useMeasureWords();
  const kindOf = useKindWords();
  const unitOf = useUnit();
  const href = useSummaryHref();
  const seizures = totals.filter(({ measure }) => measure === "seizures");
  const rows = seizures.map((total) => {
    const { validated, unit: kindAndUnit } = total;
    const [kind = "", unit = ""] = kindAndUnit.split(/:(?=[^:]*$)/);
    const counted = validated.form === "count";
    const opens = `${href({ open: `seizures:${kindAndUnit}` })}#parts`;
    return {
      key: kindAndUnit,
      cells: [
        counted ? kindOf(kind) : words("seizures", kindAndUnit),
        <ShownCell
          key="n"
          {...total}
          href={opens}
          inWords={counted ? unitOf(unit, validated.value) : undefined}
        />,
      ],
    };
  });
  const columns = [{ header: t("seized") }, { header: t("quantity"), align: "end" as const }];
  return (
    <div className={styles.near}>
      <SimpleTable label={t("seizures")} columns={columns} rows={rows} />
    </div>
  );
}
