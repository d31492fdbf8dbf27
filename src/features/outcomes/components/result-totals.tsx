"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { ResultKind } from "../rules.ts";
import { useTerm, useUnitName, WHAT_TERMS } from "./result-terms.ts";

type Total = RouterOutputs["outcomes"]["list"]["totals"][number];

/** Sums of the whole filter, like with like: validated beside preliminary, never one inside the other. */
export function ResultTotals({ kind, totals }: { kind: ResultKind; totals: readonly Total[] }) {
  const t = useTranslations("outcomes.list");
  const format = useFormatter();
  const term = useTerm();
  const unitName = useUnitName();
  if (totals.length === 0) return null;
  const amount = (value: number) =>
    format.number(value, { maximumFractionDigits: 3, numberingSystem: "latn" });
  return (
    <Card title={t("totals")} note={kind === "seizure" ? t("totalsNote") : undefined}>
      <SimpleTable
        label={t("totals")}
        columns={[
          { header: totals.every(({ what }) => what === "") ? "" : t(`what.${kind}`) },
          { header: t("validated"), align: "end" },
          { header: t("preliminary"), align: "end" },
        ]}
        rows={totals.map(({ what, unit, validated, preliminary }) => {
          const named = what === "" ? t("people") : term(WHAT_TERMS[kind], what);
          return {
            key: `${what}|${unit}`,
            cells: [
              kind === "seizure" ? `${named} · ${unitName(unit)}` : named,
              amount(validated),
              amount(preliminary),
            ],
          };
        })}
      />
    </Card>
  );
}
