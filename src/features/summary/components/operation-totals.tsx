"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import type { Measure } from "#generated/prisma/enums.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import styles from "./summary.module.css";

type Totals = RouterOutputs["summary"]["totals"];
const COLUMNS: readonly Measure[] = ["matches", "confirmed_matches", "arrests"];

/** What came of which operation, the latest first; operations are listed, never ranked. */
export function OperationTotals({ totals: { operations, byOperation } }: { totals: Totals }) {
  const t = useTranslations("summary");
  const terms = useTranslations("terms");
  const words = useMeasureWords();
  const counted = new Map(byOperation.map(({ operationId, totals }) => [operationId, totals]));
  const rows = operations.flatMap(({ id, slug, codename, year, state }) => {
    const totals = counted.get(id);
    if (!totals) return [];
    const checks = totals.filter(({ measure }) => measure === "checks");
    return {
      key: id,
      cells: [
        <span key="name" className={styles.name}>
          <WorldLink href={`/operations/${slug}`}>
            {year === null ? codename : `${codename} (${year})`}
          </WorldLink>
          <Chip>{terms(`operationState.${state}`)}</Chip>
        </span>,
        <span key="checks" className={styles.lines}>
          {checks.map((total) => (
            <span key={total.unit}>
              <ShownCell {...total} /> <small>{words("checks", total.unit)}</small>
            </span>
          ))}
          {checks.length === 0 && "—"}
        </span>,
        ...COLUMNS.map((measure) => {
          const total = totals.find((one) => one.measure === measure);
          return total ? <ShownCell key={measure} {...total} /> : "—";
        }),
      ],
    };
  });
  if (rows.length === 0) return null;
  const columns = [
    { header: t("operation") },
    { header: t("checks"), align: "end" as const },
    ...COLUMNS.map((measure) => ({ header: words(measure, "cases"), align: "end" as const })),
  ];
  return (
    <Card title={t("byOperation")}>
      <SimpleTable label={t("byOperation")} columns={columns} rows={rows} />
    </Card>
  );
}
