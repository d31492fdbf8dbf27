"use client";

import { useTranslations } from "next-intl";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";

/** Seizures by commodity and unit: never added to each other. */
export function SeizureTotals({ totals: { totals } }: { totals: RouterOutputs["summary"]["totals"] }) {
  const t = useTranslations("summary");
  const words = useMeasureWords();
  const { href } = useUrlFilter();
  const seizures = totals.filter(({ measure }) => measure === "seizures");
  if (seizures.length === 0) return null;
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
  return (
    <Card title={t("seizures")}>
      <SimpleTable label={t("seizures")} columns={columns} rows={rows} />
    </Card>
  );
}
