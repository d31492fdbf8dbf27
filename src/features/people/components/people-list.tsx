"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Chip } from "#components/layout/chip.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { DataTable, type Column } from "#components/table/data-table.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { PersonFilter } from "../schema.ts";
import { AssignmentWords } from "./assignment-words.tsx";
import styles from "./people.module.css";

type Row = RouterOutputs["people"]["list"]["rows"][number];

export function PeopleList({ filter }: { filter: PersonFilter }) {
  const t = useTranslations("people");
  const trpc = useTRPC();
  const { set } = useUrlFilter();
  const { data, error } = useQuery({
    ...trpc.people.list.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <>
      <FilterBar names={["text"]}>
        <TextField
          key={filter.text}
          className={styles.find}
          aria-label={t("find")}
          placeholder={t("find")}
          defaultValue={filter.text}
          maxLength={120}
          onKeyDown={(event) => event.key === "Enter" && set({ text: event.currentTarget.value.trim() })}
          onBlur={(event) =>
            event.currentTarget.value.trim() !== filter.text &&
            set({ text: event.currentTarget.value.trim() })
          }
        />
      </FilterBar>
      <Refusal error={error} />
      {data ? (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data.rows}
          getKey={(row) => row.id}
          getHref={(row) => `/settings/people/${row.id}`}
          paging={data}
          empty={<EmptyState title={t("title")}>{t("nobody")}</EmptyState>}
        />
      ) : (
        !error && <SkeletonLines lines={8} />
      )}
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("people");
  const format = useFormatter();
  return [
    { id: "name", header: t("name"), cell: (row) => row.name, onPhone: "title" },
    { id: "email", header: t("email"), cell: (row) => <bdi>{row.email}</bdi> },
    {
      id: "roles",
      header: t("roles"),
      cell: (row) => (
        <span className={styles.lines}>
          {row.assignments.length === 0
            ? t("noRoles")
            : row.assignments.map((assignment) => (
                <AssignmentWords key={assignment.id} assignment={assignment} />
              ))}
        </span>
      ),
    },
    {
      id: "state",
      header: t("state"),
      cell: (row) =>
        row.disabledAt ? (
          <Chip tone="late">{t("disabledSince", { day: format.dateTime(row.disabledAt, "day") })}</Chip>
        ) : (
          t("open")
        ),
    },
  ];
}
