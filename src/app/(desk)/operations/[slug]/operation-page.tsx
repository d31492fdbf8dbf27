"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { History } from "#features/audit/components/history.tsx";
import { NewsList } from "#features/figures/components/news-list.tsx";
import { FiguresTab } from "#features/figures/components/figures-tab.tsx";
import { OperationHeader } from "#features/operations/components/operation-header.tsx";
import type { Operation } from "#features/operations/components/operation-header.tsx";
import { OperationPlan } from "#features/operations/components/operation-plan.tsx";
import { OperationRemarks } from "#features/operations/components/operation-remarks.tsx";
import { OperationResults } from "#features/operations/components/operation-results.tsx";
import { OperationTabs } from "#features/operations/components/operation-tabs.tsx";
import type { OperationTab } from "#features/operations/schema.ts";
import { useTRPC } from "#trpc/client.tsx";
import { OperationOverview } from "./operation-overview.tsx";

type Props = { slug: string; tab: OperationTab; today: string };

export function OperationPage({ slug, tab, today }: Props) {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const read = useQuery(trpc.operations.show.queryOptions({ slug }));
  return (
    <Page>
      <Known query={read} title={t("notShown")} waiting={<SkeletonLines lines={12} />}>
        {(operation) => (
          <Stack>
            <OperationHeader operation={operation} today={today} />
            <OperationTabs operation={operation} active={tab} />
            {tab === "overview" && <OperationOverview operation={operation} />}
            {tab === "plan" && <OperationPlan operation={operation} />}
            {tab === "results" && <OperationResults operationId={operation.id} />}
            {tab === "sources" && <Sources operation={operation} />}
            {tab === "history" && <History entity="operation" id={operation.id} />}
          </Stack>
        )}
      </Known>
    </Page>
  );
}

/** What was published, and beside it what only the operation itself says; each stays where the other cannot be read. */
function Sources({ operation }: { operation: Operation }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.figures.list.queryOptions({ operationId: operation.id }));
  return (
    <Stack>
      <FiguresTab operationId={operation.id} slug={operation.slug} />
      <OperationRemarks operation={operation} />
      {data && <NewsList news={data.news} />}
    </Stack>
  );
}
