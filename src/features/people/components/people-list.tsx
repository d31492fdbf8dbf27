"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { TextField } from "#components/form/text-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Chip } from "#components/layout/chip.tsx";
import type { Column } from "#components/table/data-table.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { PagedTable } from "#components/table/paged-table.tsx";
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
  const list = useQuery({
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
      <PagedTable
        query={list}
        label={t("title")}
        columns={columns}
        getHref={(row) => `/settings/people/${row.id}`}
        empty={{ title: t("title"), text: t("nobody") }}
      />
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
