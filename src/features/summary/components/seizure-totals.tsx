"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import { useSummaryHref } from "./use-summary-href.ts";

type Props = { totals: RouterOutputs["summary"]["totals"] };

/** Seizures by commodity and unit: never added to each other. */
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
  const href = useSummaryHref();
  const seizures = totals.filter(({ measure }) => measure === "seizures");
  const rows = seizures.map((total) => ({
    key: total.unit,
    cells: [
      words("seizures", total.unit),
      <ShownCell key="n" {...total} />,
      <WorldLink
        key="o"
        className="not-on-paper"
        scroll={false}
        href={`${href({ open: `seizures:${total.unit}` })}#parts`}
      >
        {t("madeOf")}
      </WorldLink>,
    ],
  }));
  const columns = [
    { header: t("seized") },
    { header: t("quantity"), align: "end" as const },
    { header: <span className="only-spoken">{t("madeOf")}</span>, align: "end" as const },
  ];
  return <SimpleTable label={t("seizures")} columns={columns} rows={rows} />;
}
