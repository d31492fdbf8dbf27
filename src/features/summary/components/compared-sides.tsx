"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { nameEdition } from "#lib/edition.ts";
import { useNamed } from "./compare-words.ts";
import styles from "./summary.module.css";

type Comparison = RouterOutputs["summary"]["compare"];
type Side = Comparison["a"];

/** What decides whether two operations can be compared: their days, how they counted, and what they counted against. */
export function ComparedSides({ sides }: { sides: Comparison }) {
  const t = useTranslations("summary.compare");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const named = useNamed();
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const both = [sides.a, sides.b];
  const row = (key: string, label: string, cell: (side: Side) => string) => ({
    key,
    cells: [label, ...both.map(cell)],
  });
  const length = ({ days, exact, from, to }: Side) =>
    days === null || !exact || !from || !to
      ? t("noDays")
      : `${t("days", { count: days })} (${day(from)} – ${day(to)})`;
  return (
    <Card title={t("sides")}>
      <SimpleTable
        label={t("sides")}
        columns={[
          { header: "" },
          ...both.map((side) => ({
            header: (
              <span key={side.slug} className={styles.name}>
                <WorldLink href={`/operations/${side.slug}`}>{nameEdition(side)}</WorldLink>
                <Chip>{terms(`operationState.${side.state}`)}</Chip>
              </span>
            ),
          })),
        ]}
        rows={[
          row("length", t("length"), length),
          row("daily", t("daily"), ({ daily }) => t(daily ? "yes" : "no")),
          row("bases", t("bases"), ({ bases }) => named("countingBasis", bases)),
          row("databases", t("databases"), ({ databases }) => named("database", databases)),
        ]}
      />
    </Card>
  );
}
