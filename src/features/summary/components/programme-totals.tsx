"use client";

import { useTranslations } from "next-intl";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useTotalColumns } from "./total-cells.tsx";
import { useSummaryHref } from "./use-summary-href.ts";
import styles from "./summary.module.css";

type Programmes = RouterOutputs["summary"]["cuts"]["programmes"];

/** What came of which programme; an operation of two is told in both, so nothing is added up. */
export function ProgrammeTotals({ programmes }: { programmes: Programmes }) {
  const t = useTranslations("summary.cuts");
  const href = useSummaryHref();
  const { columns, cellsOf, dash } = useTotalColumns(programmes.map(({ totals }) => totals));
  const rows = programmes
    .filter(({ totals }) => totals.length > 0)
    .map(({ code, name, totals }) => ({
      key: code,
      cells: [
        <WorldLink key="name" href={href({ programme: code, operation: null, by: null })}>
          {code === name ? name : `${code} · ${name}`}
        </WorldLink>,
        ...cellsOf(totals, { programme: code }),
      ],
    }));
  if (rows.length === 0) return <p className={styles.calm}>{t("noProgramme")}</p>;
  return (
    <>
      <SimpleTable label={t("programme")} columns={[{ header: t("programme") }, ...columns]} rows={rows} />
      {dash && <p className={styles.quiet}>{dash}</p>}
      <p className={styles.quiet}>{t("programmeNote")}</p>
    </>
  );
}
