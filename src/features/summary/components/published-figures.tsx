"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
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
  const published = useQuery({
    ...trpc.summary.published.queryOptions(chosen),
    placeholderData: keepPreviousData,
  });
  return (
    <Known query={published} title={t("title")} waiting={null}>
      {({ operations, measures }) =>
        measures.length > 0 && (
          <Card title={t("title")} note={t("of", { count: operations })}>
            <p className={styles.explained}>{t("meaning")}</p>
            <div className={styles.measures}>
              {measures.map((measure) => (
                <PublishedMeasure key={measure.measure} {...measure} />
              ))}
            </div>
          </Card>
        )
      }
    </Known>
  );
}
