"use client";

import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { nameEdition } from "#lib/edition.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useRefusalWords } from "./compare-words.ts";
import { useKindWords } from "./kind-words.ts";
import { useMeasureWords } from "./measure-words.ts";
import styles from "./summary.module.css";
import { useUnitWords } from "./unit-words.ts";

type Comparison = RouterOutputs["summary"]["compare"];
type Row = Comparison["rows"][number];
type Entry = NonNullable<Row["a"]>;
type Props = { label: string; sides: Comparison; rows: readonly Row[] };

/** One measure a row; a refused one says why, and its numbers are still shown for what they are. */
export function ComparedRows({ label, sides, rows }: Props) {
  const t = useTranslations("summary.compare");
  const why = useRefusalWords();
  const words = useMeasureWords();
  const refused = rows.some(({ refusal }) => refusal !== null);
  const columns = [
    { header: t("measure") },
    { header: nameEdition(sides.a), align: "end" as const },
    { header: nameEdition(sides.b), align: "end" as const },
    ...(refused ? [{ header: t("why") }] : []),
  ];
  const unitOf = (row: Row) => (row.a ?? row.b)?.unit ?? "";
  const nameOf = (row: Row) => words(row.measure, row.refusal === null ? unitOf(row) : "");
  return (
    <SimpleTable
      stacked={refused}
      label={label}
      columns={columns}
      rows={rows.map((row, index) => ({
        key: `${row.measure}:${index}`,
        cells: [
          <span key="m" className={styles.measureName}>
            {nameOf(row)}
          </span>,
          <Side key="a" row={row} entry={row.a} side={sides.a} />,
          <Side key="b" row={row} entry={row.b} side={sides.b} />,
          ...(refused ? [why(row, sides)] : []),
        ],
      }))}
    />
  );
}

type SideProps = { row: Row; entry: Entry | null; side: Comparison["a"] };

function Side({ row, entry, side }: SideProps) {
  const t = useTranslations("summary.compare");
  const terms = useTranslations("terms");
  const unitOf = useUnitWords();
  const kindOf = useKindWords();
  const format = useFormatter();
  if (entry === null) return "—";
  const { value, low, high, qualifier, wording, source, unit, kind, status } = entry;
  const perDay = row.perDay && value !== null && side.days !== null ? value / side.days : null;
  const href =
    source === "counted"
      ? `/summary?operation=${side.slug}&open=${row.measure}:${row.measure === "seizures" ? `${kind}:${unit}` : unit}#parts`
      : `/operations/${side.slug}?tab=sources`;
  return (
    <span className={styles.lines}>
      <WorldLink href={href}>
        {entry.hidden ? (
          "<5"
        ) : perDay === null ? (
          <FigureValue value={value} low={low} high={high} qualifier={qualifier} wording={wording} />
        ) : (
          `${format.number(perDay, "decimal")} ${t("perDay")}`
        )}
      </WorldLink>
      <small>
        {[unitOf(row.measure, unit, high ?? value), kind && kindOf(kind), t(source)]
          .filter(Boolean)
          .join(" · ")}
      </small>
      <small>{status === "validated" ? terms("review.validated") : terms(`figureStatus.${status}`)}</small>
    </span>
  );
}
