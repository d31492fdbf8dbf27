"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionLink } from "#components/form/action-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import type { Column } from "#components/table/data-table.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { PagedTable } from "#components/table/paged-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { ProgrammeFilter } from "../schema/programme.ts";
import styles from "./programmes.module.css";

type Row = RouterOutputs["operations"]["programmes"]["rows"][number];

/** All programmes, each leading to the page on which it is revised, with how many operations name it. */
export function ProgrammeList({ filter }: { filter: ProgrammeFilter }) {
  const t = useTranslations("programmes");
  const list = useQuery({
    ...useTRPC().operations.programmes.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const { set } = useUrlFilter();
  const send = (typed: string) => typed.trim() !== filter.text && set({ text: typed.trim() || null });
  return (
    <>
      {list.data?.mayOpen && (
        <div className={styles.actions}>
          <ActionLink look="primary" href="/settings/programmes/new">
            {t("open")}
          </ActionLink>
        </div>
      )}
      <FilterBar names={["text"]}>
        <TextField
          key={filter.text}
          label={t("find")}
          type="search"
          defaultValue={filter.text}
          maxLength={120}
          onKeyDown={(event) => event.key === "Enter" && send(event.currentTarget.value)}
          onBlur={(event) => send(event.currentTarget.value)}
        />
      </FilterBar>
      <PagedTable
        query={list}
        refused={t("notShown")}
        label={t("title")}
        columns={useColumns()}
        getHref={(row) => `/settings/programmes/${row.id}`}
        empty={{ title: t("empty"), text: t("emptyText") }}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("programmes");
  const format = useFormatter();
  return [
    {
      id: "code",
      header: t("field.code"),
      cell: ({ code }) => <bdi>{code}</bdi>,
      onPhone: "title",
    },
    { id: "name", header: t("field.name"), cell: ({ name }) => <bdi>{name}</bdi> },
    { id: "donor", header: t("field.donor"), cell: ({ donor }) => (donor ? <bdi>{donor}</bdi> : "—") },
    {
      id: "operations",
      header: t("operations"),
      align: "end",
      cell: ({ operations }) => format.number(operations, "count"),
    },
  ];
}
