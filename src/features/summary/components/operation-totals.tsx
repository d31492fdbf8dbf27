"use client";

import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { nameEdition } from "#lib/edition.ts";
import { useTotalColumns } from "./total-cells.tsx";
import styles from "./summary.module.css";

type Totals = RouterOutputs["summary"]["totals"];

/** What came of which operation, the latest first; operations are listed, never ranked. */
export function OperationTotals({ totals: { operations, byOperation } }: { totals: Totals }) {
  const t = useTranslations("summary");
  const terms = useTranslations("terms");
  const { columns, cellsOf, dash } = useTotalColumns(byOperation.map((row) => row.totals));
  const counted = new Map(byOperation.map(({ operationId, totals }) => [operationId, totals]));
  const rows = operations.flatMap(({ id, slug, codename, year, state }) => {
    const totals = counted.get(id);
    if (!totals) return [];
    const name = (
      <span key="name" className={styles.name}>
        <WorldLink href={`/operations/${slug}`}>{nameEdition({ codename, year })}</WorldLink>
        <Chip>{terms(`operationState.${state}`)}</Chip>
      </span>
    );
    return { key: id, cells: [name, ...cellsOf(totals, { operation: slug })] };
  });
  if (rows.length === 0) return <p className={styles.calm}>{t("noParts")}</p>;
  return (
    <>
      <SimpleTable
        label={t("cuts.operation")}
        columns={[{ header: t("cuts.operation") }, ...columns]}
        rows={rows}
      />
      {dash && <p className={styles.quiet}>{dash}</p>}
    </>
  );
}
