"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionLink } from "#components/form/action-button.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { OperationView } from "../rules.ts";
import type { OperationChoice, OperationFilter } from "../schema.ts";
import { OperationsFilterBar } from "./operations-filter-bar.tsx";
import { OperationsMapView } from "./operations-map-view.tsx";
import { OperationsTable } from "./operations-table.tsx";
import { OperationsSchedule } from "./operations-schedule.tsx";

type Props = { filter: OperationFilter; choice: OperationChoice; view: OperationView };

/** One set of operations, shown as table, timeline or map. */
export function OperationsBoard({ filter, choice, view }: Props) {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const list = useQuery({ ...trpc.operations.list.queryOptions(filter), enabled: view === "table" });
  const chart = useQuery({ ...trpc.operations.chart.queryOptions(choice), enabled: view === "map" });
  const schedule = useQuery({
    ...trpc.operations.schedule.queryOptions(choice),
    enabled: view === "timeline",
  });
  const choices = useQuery(trpc.operations.choices.queryOptions({ exercise: choice.exercise }));
  const planning = useTranslations("planning");
  const refused = choices.error !== null && readError(choices.error).fallback === "forbidden";
  const total = { table: list, timeline: schedule, map: chart }[view].data?.total;
  return (
    <Page width="wide">
      <PageHeader
        title={t("title")}
        exercise={choice.exercise}
        {...(total && { lead: t("lead", { count: total }) })}
        action={
          choices.data?.mayOpen && (
            <ActionLink look="primary" href="/operations/new">
              {planning("new.title")}
            </ActionLink>
          )
        }
      />
      {/* Whoever may not read operations meets the reason, and no filters over nothing. */}
      {refused && <Refusal error={choices.error} title={t("notShown")} />}
      {!refused && <Board choice={choice} filter={filter} view={view} />}
    </Page>
  );
}

function Board({ filter, choice, view }: Props) {
  return (
    <>
      <OperationsFilterBar choice={choice} view={view} />
      {view === "table" && <OperationsTable filter={filter} />}
      {view === "timeline" && <OperationsSchedule choice={choice} />}
      {view === "map" && <OperationsMapView choice={choice} />}
    </>
  );
}
