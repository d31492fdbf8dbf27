"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { tabsOf, type OperationTab } from "../rules.ts";
import type { Operation } from "./operation-header.tsx";

/** The sides of an operation that this reader finds something on. */
export function OperationTabs({ operation, active }: { operation: Operation; active: OperationTab }) {
  const t = useTranslations("operations.tabs");
  const can = useCan();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.operations.results.queryOptions({ operationId: operation.id }));
  const shown = tabsOf({
    active,
    exercise: operation.exercise,
    counted: data ? data.totals.length > 0 : error !== null,
    readsHistory: can("history:read"),
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
