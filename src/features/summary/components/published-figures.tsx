"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { PublishedMeasure } from "./published-measure.tsx";
import styles from "./summary.module.css";

/** What was published, beside the totals and never added to them: only like is summed with like, and a refusal says why. */
export function PublishedFigures({ filter }: { filter: SummaryFilter }) {
  const t = useTranslations("summary.published");
  const trpc = useTRPC();
  const { bucket: _, ...chosen } = filter;
  const { data } = useQuery({
    ...trpc.summary.published.queryOptions(chosen),
    placeholderData: keepPreviousData,
  });
  if (!data || data.measures.length === 0) return null;
  return (
    <Card title={t("title")} note={t("of", { count: data.operations })}>
      <p className={styles.explained}>{t("meaning")}</p>
      <div className={styles.measures}>
        {data.measures.map((measure) => (
          <PublishedMeasure key={measure.measure} {...measure} />
        ))}
      </div>
    </Card>
  );
}
