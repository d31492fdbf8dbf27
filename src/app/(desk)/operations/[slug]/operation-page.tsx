"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";
import { History } from "#features/audit/components/history.tsx";
import { NewsList } from "#features/figures/components/news-list.tsx";
import { FiguresTab } from "#features/figures/components/figures-tab.tsx";
import { OperationHeader } from "#features/operations/components/operation-header.tsx";
import type { Operation } from "#features/operations/components/operation-header.tsx";
import { OperationPlan } from "#features/operations/components/operation-plan.tsx";
import { OperationRemarks } from "#features/operations/components/operation-remarks.tsx";
import { OperationResults } from "#features/operations/components/operation-results.tsx";
import type { OperationTab } from "#features/operations/schema.ts";
import { useTRPC } from "#trpc/client.tsx";
import { OperationOverview } from "./operation-overview.tsx";

type Props = { slug: string; tabs: readonly OperationTab[]; tab: OperationTab; today: string };

export function OperationPage({ slug, tabs, tab, today }: Props) {
  const trpc = useTRPC();
  const { data: operation } = useQuery(trpc.operations.show.queryOptions({ slug }));
  if (!operation) return null;
  return (
    <Page>
      <Stack>
        <OperationHeader operation={operation} today={today} />
        <Tabs operation={operation} tabs={tabs} active={tab} />
        {tab === "overview" && <OperationOverview operation={operation} />}
        {tab === "plan" && <OperationPlan operation={operation} />}
        {tab === "results" && <OperationResults operationId={operation.id} />}
        {tab === "sources" && <Sources operation={operation} />}
        {tab === "history" && <History entity="operation" id={operation.id} />}
      </Stack>
    </Page>
  );
}

function Tabs({
  operation,
  tabs,
  active,
}: {
  operation: Operation;
  tabs: Props["tabs"];
  active: OperationTab;
}) {
  const t = useTranslations("operations.tabs");
  const can = useCan();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.operations.results.queryOptions({ operationId: operation.id }));
  const shown = tabs.filter((tab) => {
    if (tab === "results") return active === tab || operation.exercise || (data?.totals.length ?? 0) > 0;
    return tab !== "history" || can("history:read");
  });
  return (
    <TabLinks
      label={t("label")}
      active={active}
      tabs={shown.map((tab) => ({
        key: tab,
        label: t(tab),
        href: `/operations/${operation.slug}${tab === "overview" ? "" : `?tab=${tab}`}`,
      }))}
    />
  );
}

function Sources({ operation }: { operation: Operation }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.figures.list.queryOptions({ operationId: operation.id }));
  return (
    <Stack>
      <FiguresTab operationId={operation.id} slug={operation.slug} />
      {data && (
        <>
          <OperationRemarks operation={operation} />
          <NewsList news={data.news} />
        </>
      )}
    </Stack>
  );
}
