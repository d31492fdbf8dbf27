"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import type { EventFilter } from "../schema.ts";
import { ChainState } from "./chain-state.tsx";
import { EventFilterBar } from "./event-filter-bar.tsx";
import { EventList } from "./event-list.tsx";

/** The trail for administrators: is it whole, and what happened. */
export function AuditBoard({ filter }: { filter: EventFilter }) {
  const t = useTranslations("audit");
  return (
    <Stack>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ChainState />
      <div>
        <EventFilterBar filter={filter} />
        <EventList filter={filter} />
      </div>
    </Stack>
  );
}
