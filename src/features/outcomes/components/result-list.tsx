"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";
import { DataTable } from "#components/table/data-table.tsx";
import { ExportMenu } from "#components/table/export-menu.tsx";
import { useTRPC, useTRPCClient } from "#trpc/client.tsx";
import type { ResultFilter } from "../schema/filter.ts";
import { RESULT_KINDS } from "../rules.ts";
import { ResultFilters } from "./result-filters.tsx";
import { ResultTotals } from "./result-totals.tsx";
import { useResultColumns } from "./use-result-columns.tsx";
import { ValidateRows } from "./validate-rows.tsx";

const FORMS = { arrest: "/log/arrest", people: "/log/victims", seizure: "/log/seizure", outcome: null };

/** Results of one kind with their totals; the server filters, sorts, pages, and makes the file. */
export function ResultList({ filter }: { filter: ResultFilter }) {
  const t = useTranslations("outcomes.list");
  const trpc = useTRPC();
  const locale = useLocale();
  const client = useTRPCClient();
  const { href } = useUrlFilter();
  const list = useQuery({
    ...trpc.outcomes.list.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const { page: _page, size: _size, ...whole } = filter;
  const columns = useResultColumns(filter.kind);
  const readable = useCan()("outcome:read");
  if (!readable) return <Refusal error={list.error} title={t("cannotRead")} />;
  return (
    <>
      <TabLinks
        label={t("tabs")}
        active={filter.kind}
        tabs={RESULT_KINDS.map((kind) => ({
          key: kind,
          label: t(`kind.${kind}`),
          href: href({ kind, what: null, sort: null }),
        }))}
      />
      <ResultFilters
        filter={filter}
        end={
          <ExportMenu
            total={list.data?.total}
            onExport={(format) => client.outcomes.export.query({ ...whole, format, locale })}
          />
        }
      />
      <Known query={list} title={t("cannotRead")} waiting={<SkeletonLines lines={8} />}>
        {(data) => (
          <>
            <ResultTotals kind={filter.kind} totals={data.totals} />
            <ValidateRows kind={filter.kind} rows={data.rows} />
            <DataTable
              label={t(`kind.${filter.kind}`)}
              columns={columns}
              rows={data.rows}
              getKey={(row) => row.id}
              getHref={(row) => `/results/${filter.kind}/${row.id}`}
              sort={filter.sort}
              paging={{ page: data.page, size: data.size, total: data.total }}
              empty={<NoResults filter={filter} />}
            />
          </>
        )}
      </Known>
    </>
  );
}

function NoResults({ filter }: { filter: ResultFilter }) {
  const t = useTranslations("outcomes.list");
  const can = useCan();
  const form = FORMS[filter.kind];
  const waiting = filter.review === "open" || filter.review === "submitted";
  return (
    <EmptyState
      title={t("empty")}
      action={
        can("outcome:record") &&
        form && (
          <ActionLink look="primary" href={form}>
            {t("record")}
          </ActionLink>
        )
      }
    >
      {t(waiting ? "emptyOpen" : "emptyText")}
    </EmptyState>
  );
}
