"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Columns, Page, Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { Opened, SummaryFilter } from "../schema.ts";
import { HeadlineTotals } from "./headline-totals.tsx";
import { OpenItems } from "./open-items.tsx";
import { OperationTotals } from "./operation-totals.tsx";
import { PartsPanel } from "./parts-panel.tsx";
import { PrintedFacts } from "./printed-facts.tsx";
import { PrintButton } from "./print-button.tsx";
import { PublishedFigures } from "./published-figures.tsx";
import { SeizureTotals } from "./seizure-totals.tsx";
import { SummaryFilterBar } from "./summary-filter-bar.tsx";
import { SummaryFunnel } from "./summary-funnel.tsx";
import { SummaryTrend } from "./summary-trend.tsx";

type Props = { filter: SummaryFilter; open: Opened | null };

/** A page that is read in two minutes: what, where, so what, what is open. */
export function SummaryBoard({ filter, open }: Props) {
  const t = useTranslations("summary");
  const trpc = useTRPC();
  const { data, error } = useQuery({
    ...trpc.summary.totals.queryOptions(filter),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        exercise={filter.exercise}
        secondary={<PrintButton />}
      />
      <Stack>
        <SummaryFilterBar filter={filter} />
        {error && <Refusal error={error} title={t("notShown")} />}
        {!data && !error && <SkeletonBox height={320} />}
        {data && (
          <>
            <PrintedFacts filter={filter} totals={data} />
            {data.guarded.widened && <Notice tone="plain">{t(`widened.${data.guarded.fineness}`)}</Notice>}
            <HeadlineTotals totals={data} filter={filter} />
            {open && <PartsPanel filter={filter} open={open} totals={data} />}
            {data.totals.length === 0 && <OpenItems filter={filter} />}
            {data.totals.length > 0 && (
              <Columns split="7-5">
                <SummaryTrend totals={data} filter={filter} />
                <Stack>
                  <SummaryFunnel totals={data} />
                  <OpenItems filter={filter} />
                </Stack>
              </Columns>
            )}
            <OperationTotals totals={data} />
            <SeizureTotals totals={data} />
          </>
        )}
        <PublishedFigures filter={filter} />
      </Stack>
    </Page>
  );
}
