"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Chip } from "#components/layout/chip.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";
import { DataTable, type Column } from "#components/table/data-table.tsx";
import { ExportMenu } from "#components/table/export-menu.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC, useTRPCClient } from "#trpc/client.tsx";
import { POINT_DAY_STATES } from "../rules/states.ts";
import type { ReturnFilterInput } from "../schema.ts";
import { CountsOfReturn } from "./counts-of-return.tsx";
import type { PointDayRow } from "./return-shapes.ts";
import { ReturnStateBadge } from "./return-state-badge.tsx";
import { ReturnFilterBar } from "./return-filter-bar.tsx";
import styles from "./return-list.module.css";

/** Point-days: those filed and those missing, newest first, each with its state; the server filters and pages. */
export function ReturnList({ filter }: { filter: ReturnFilterInput }) {
  const t = useTranslations("returns.list");
  const trpc = useTRPC();
  const list = useQuery(trpc.returns.list.queryOptions(filter, { placeholderData: keepPreviousData }));
  const client = useTRPCClient();
  const locale = useLocale();
  const columns = useColumns();
  const { href } = useUrlFilter();
  const { page: _page, size: _size, ...whole } = filter;
  return (
    <Known query={list} title={t("cannotRead")} waiting={<SkeletonBox height={480} />}>
      {({ rows, page, size, total, counts }) => (
        <>
          <TabLinks
            label={t("states")}
            active={filter.state ?? "open"}
            tabs={POINT_DAY_STATES.map((state) => ({
              key: state,
              label: t(`tab.${state}`, { count: counts[state] ?? 0 }),
              href: href({ state: state === "open" ? null : state }),
            }))}
          />
          <ReturnFilterBar
            end={
              <ExportMenu
                total={total}
                onExport={(format) => client.returns.export.query({ ...whole, format, locale })}
              />
            }
          />
          <DataTable
            label={t("title")}
            columns={columns}
            rows={rows}
            getKey={(row) => `${row.deploymentId}|${row.localDate}`}
            getHref={hrefOf}
            paging={{ page, size, total }}
            empty={
              <EmptyState title={t("empty")}>
                {t(filter.state === "open" || !filter.state ? "emptyOpen" : "emptyFiltered")}
              </EmptyState>
            }
          />
        </>
      )}
    </Known>
  );
}

/** Leadership reads headers only, and a missing day has nothing to open. */
function hrefOf(row: PointDayRow): string | undefined {
  return row.header?.mayOpen ? `/returns/${row.header.id}` : undefined;
}

function useColumns(): Column<PointDayRow>[] {
  const t = useTranslations("returns.list");
  const locale = useLocale();
  return [
    {
      id: "day",
      header: t("day"),
      onPhone: "title",
      cell: (row) => <LocalDay row={row} />,
    },
    {
      id: "point",
      header: t("point"),
      cell: (row) => (
        <span className={styles.point}>
          <span>{row.point.name}</span>
          <small>
            {countryName(row.countryCode, locale)} · {row.operation.codename}
          </small>
        </span>
      ),
    },
    {
      id: "state",
      header: t("state"),
      cell: (row) => (
        <span className={styles.state}>
          <ReturnStateBadge state={row.state} />
          {row.resultsWaiting && <Chip tone="wait">{t("resultsWaiting")}</Chip>}
          {row.header?.interim && <Chip>{t("interim")}</Chip>}
          {row.header?.onBehalf && <Chip>{t("onBehalf")}</Chip>}
          {row.header?.corrected && <Chip>{t("corrected")}</Chip>}
        </span>
      ),
    },
    {
      id: "counts",
      header: t("counts"),
      align: "end",
      cell: (row) => <CountsOfReturn header={row.header} />,
    },
    {
      id: "matches",
      header: <span className={styles.brief}>{t("matches")}</span>,
      align: "end",
      cell: (row) => <MatchesStated stated={row.header?.matches ?? null} />,
    },
    {
      id: "validated",
      header: t("validatedBy"),
      cell: (row) => (row.header?.validatedBy ? t(`by.${row.header.validatedBy}`) : "—"),
    },
  ];
}

function LocalDay({ row }: { row: PointDayRow }) {
  const format = useFormatter();
  return (
    <>
      <span className={styles.day}>{format.dateTime(new Date(`${row.localDate}T00:00:00Z`), "weekday")}</span>
      <span className="only-spoken">{`, ${row.point.name}`}</span>
    </>
  );
}

function MatchesStated({ stated }: { stated: number | null }) {
  const format = useFormatter();
  return stated === null ? "—" : format.number(stated, "count");
}
