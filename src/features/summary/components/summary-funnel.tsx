"use client";

import { useTranslations } from "next-intl";
import { FunnelBars, type FunnelRow } from "#components/charts/funnel-bars.tsx";
import { Card } from "#components/layout/card.tsx";
import type { Measure } from "#generated/prisma/enums.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import styles from "./summary.module.css";

type Total = RouterOutputs["summary"]["totals"]["totals"][number];

/** Checks → matches → confirmed → with an outcome → arrests, validated only; checks in the unit most of them are counted in. */
export function SummaryFunnel({ totals: { totals } }: { totals: RouterOutputs["summary"]["totals"] }) {
  const t = useTranslations("summary");
  const terms = useTranslations("terms.funnel");
  const words = useMeasureWords();
  const value = (total: Total | undefined) =>
    total?.validated.form === "count" ? total.validated.value : null;
  const checks = totals.filter(({ measure }) => measure === "checks");
  const main = checks.toSorted((a, b) => (value(b) ?? 0) - (value(a) ?? 0))[0];
  const find = (measure: Measure) => totals.find((total) => total.measure === measure);
  const row = (total: Total | undefined, look: Pick<FunnelRow, "key" | "label" | "colour">): FunnelRow => ({
    ...look,
    count: value(total),
    ...(total?.validated.form === "under" ? { shown: "<5" } : {}),
    ...(total?.validated.form === "withheld" ? { shown: t("withheld") } : {}),
  });
  const rows = [
    row(main, { key: "checks", label: main ? words("checks", main.unit) : t("checks"), colour: "checks" }),
    row(find("matches"), { key: "matches", label: words("matches", "cases"), colour: "matches" }),
    row(find("confirmed_matches"), {
      key: "confirmed",
      label: words("confirmed_matches", "cases"),
      colour: "confirmed",
    }),
    row(find("outcomes"), { key: "outcomes", label: terms("outcomes"), colour: "accent" }),
    row(find("arrests"), { key: "arrests", label: words("arrests", "people"), colour: "arrests" }),
  ];
  return (
    <Card title={terms("title")} note={t("validated")}>
      <FunnelBars label={terms("title")} rows={rows} />
      <p className={styles.quiet}>{terms("outcomesMeaning")}</p>
    </Card>
  );
}
