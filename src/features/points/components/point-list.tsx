"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { Column } from "#components/table/data-table.tsx";
import { PagedTable } from "#components/table/paged-table.tsx";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { PointFilter } from "../schema.ts";
import { AccessBadge } from "./access-badge.tsx";
import styles from "./points.module.css";
import { useMayAdd } from "./points-header.tsx";

type Row = RouterOutputs["points"]["list"]["rows"][number];

/** The directory, sorted and paged by the server. */
export function PointList({ filter }: { filter: PointFilter }) {
  const t = useTranslations("points");
  const trpc = useTRPC();
  const may = useMayAdd(filter.exercise);
  const list = useQuery({
    ...trpc.points.list.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <PagedTable
      query={list}
      refused={t("title")}
      label={t("table")}
      columns={columns}
      getHref={(row) => `/points/${row.id}`}
      sort={filter.sort}
      empty={{
        title: t("empty.title"),
        text: t(may ? "empty.text" : "empty.readOnly"),
        begin: may && { href: "/points/new", label: t("add") },
      }}
    />
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("points");
  const terms = useTranslations("terms");
  const locale = useLocale();
  return [
    {
      id: "name",
      header: t("column.name"),
      sortable: true,
      onPhone: "title",
      cell: (row) => <bdi>{row.name}</bdi>,
    },
    {
      id: "country",
      header: t("column.country"),
      sortable: true,
      cell: (row) => countryName(row.countryCode, locale),
    },
    {
      id: "kind",
      header: t("column.kind"),
      sortable: true,
      cell: (row) => terms(`borderPointKind.${row.kind}`),
    },
    {
      id: "codes",
      header: t("column.codes"),
      onPhone: "hidden",
      cell: (row) => (
        <bdi className={styles.code}>
          {[row.iata, row.unlocode].filter(Boolean).join(" · ") || t("facts.noCode")}
        </bdi>
      ),
    },
    { id: "access", header: t("column.access"), cell: (row) => <RowAccess access={row.access} /> },
  ];
}

function RowAccess({ access }: { access: Row["access"] }) {
  const t = useTranslations("points.access");
  if (access === null) return <span title={t("hiddenText")}>{t("hidden")}</span>;
  if (access.length === 0) return t("none");
  return (
    <span className={styles.chips}>
      {access.map(({ id, system, state }) => (
        <AccessBadge key={id} system={system} state={state} />
      ))}
    </span>
  );
}
