"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Chip } from "#components/layout/chip.tsx";
import type { Column } from "#components/table/data-table.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { PagedTable } from "#components/table/paged-table.tsx";
import { OrganisationKind } from "#generated/prisma/enums.ts";
import { countriesByName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { OrganisationFilter } from "../schema.ts";
import { useOrganisationWords } from "./organisation-words.ts";
import styles from "./organisations.module.css";

type Row = RouterOutputs["organisations"]["list"]["rows"][number];

/** All organisations, each leading to the page on which it is changed. */
export function OrganisationList({ filter }: { filter: OrganisationFilter }) {
  const t = useTranslations("organisations");
  const trpc = useTRPC();
  const list = useQuery({
    ...trpc.organisations.list.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <>
      <Filters filter={filter} />
      <PagedTable
        query={list}
        refused={t("notShown")}
        label={t("title")}
        columns={columns}
        getHref={(row) => `/settings/organisations/${row.id}`}
        empty={{ title: t("empty"), text: t("emptyText") }}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("organisations");
  const words = useOrganisationWords();
  return [
    {
      id: "name",
      header: t("column.name"),
      cell: ({ name, acronym }) => <bdi>{acronym ? `${name} (${acronym})` : name}</bdi>,
      onPhone: "title",
    },
    { id: "kind", header: t("column.kind"), cell: ({ kind }) => words.kind(kind) },
    { id: "country", header: t("column.country"), cell: ({ countryCode }) => words.country(countryCode) },
    {
      id: "state",
      header: t("column.state"),
      cell: ({ retiredAt }) => (retiredAt ? <Chip tone="wait">{t("retired")}</Chip> : t("inUse")),
    },
  ];
}

function Filters({ filter }: { filter: OrganisationFilter }) {
  const t = useTranslations("organisations");
  const locale = useLocale();
  const words = useOrganisationWords();
  const { set } = useUrlFilter();
  const send = (typed: string) => typed.trim() !== filter.text && set({ text: typed.trim() || null });
  return (
    <FilterBar names={["text", "country", "kind", "retired"]}>
      <TextField
        key={filter.text}
        label={t("find")}
        type="search"
        defaultValue={filter.text}
        maxLength={120}
        onKeyDown={(event) => event.key === "Enter" && send(event.currentTarget.value)}
        onBlur={(event) => send(event.currentTarget.value)}
      />
      <SearchSelectField
        label={t("column.country")}
        placeholder={t("anyCountry")}
        className={styles.choice}
        clearable
        value={filter.country ?? null}
        onChange={(country) => set({ country })}
        data={countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        label={t("column.kind")}
        value={filter.kind ?? ""}
        onChange={(event) => set({ kind: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("anyKind") },
          ...Object.values(OrganisationKind).map((value) => ({ value, label: words.kind(value) })),
        ]}
      />
      <SelectField
        label={t("use")}
        value={filter.retired ? "1" : ""}
        onChange={(event) => set({ retired: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("current") },
          { value: "1", label: t("withRetired") },
        ]}
      />
    </FilterBar>
  );
}
