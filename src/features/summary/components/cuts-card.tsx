"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";
import { paired } from "#i18n/side-by-side.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { CUTS, type Cut } from "../rules/cuts.ts";
import type { SummaryFilter } from "../schema.ts";
import { CountryTotals } from "./country-totals.tsx";
import { OperationTotals } from "./operation-totals.tsx";
import styles from "./summary.module.css";
import { ProgrammeTotals } from "./programme-totals.tsx";

type Props = { totals: RouterOutputs["summary"]["totals"]; filter: SummaryFilter; by: Cut };

/** The same totals by operation, by programme or by country; which of them is in the address. */
export function CutsCard({ totals, filter, by }: Props) {
  const t = useTranslations("summary.cuts");
  const words = useTranslations("summary");
  const locale = useLocale();
  const { href } = useUrlFilter();
  const trpc = useTRPC();
  const { bucket: _, ...chosen } = filter;
  const cuts = useQuery({
    ...trpc.summary.cuts.queryOptions(chosen),
    placeholderData: keepPreviousData,
  });
  const tabs = CUTS.map((key) => ({
    key,
    label: t(key),
    href: href({ by: key === "operation" ? null : key }),
  }));
  return (
    <Card title={t("title")}>
      <div className="not-on-paper">
        <TabLinks label={t("by")} tabs={tabs} active={by} />
      </div>
      {by === "operation" && <OperationTotals totals={totals} />}
      {by !== "operation" && (
        <Known query={cuts} waiting={<SkeletonLines lines={4} />}>
          {(read) =>
            by === "programme" ? (
              <ProgrammeTotals programmes={read.programmes} />
            ) : (
              <CountryTotals cuts={read} />
            )
          }
        </Known>
      )}
      {totals.totals.some(({ preliminary }) => (preliminary ?? 0) > 0) && (
        <p className={styles.key}>
          <i className={`${styles.swatch} hatch`} aria-hidden="true" />
          {paired(locale, words("preliminary"), words("preliminaryMeaning"))}
        </p>
      )}
    </Card>
  );
}
