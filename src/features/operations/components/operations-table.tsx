"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import { ExerciseStamp } from "#components/layout/exercise-stamp.tsx";
import type { Column } from "#components/table/data-table.tsx";
import { PagedTable } from "#components/table/paged-table.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { OperationFilter } from "../schema.ts";
import { OperationCountries } from "./operation-countries.tsx";
import { OperationPeriod } from "./operation-period.tsx";
import { OperationStateBadge } from "./operation-state-badge.tsx";
import styles from "./operations-board.module.css";
import { useNoOperations } from "./use-no-operations.ts";

type Row = RouterOutputs["operations"]["list"]["rows"][number];

function useColumns(): Column<Row>[] {
  const t = useTranslations("operations");
  const terms = useTranslations("terms");
  return [
    {
      id: "codename",
      header: t("column.codename"),
      sortable: true,
      onPhone: "title",
      cell: (row) => (
        <>
          {row.codename} {row.exercise && <ExerciseStamp />}
        </>
      ),
    },
    {
      id: "startsOn",
      header: t("column.period"),
      sortable: true,
      cell: (row) => <OperationPeriod row={row} />,
    },
    {
      id: "programme",
      header: t("column.programme"),
      cell: (row) => (
        <span className={styles.chips}>
          {row.programmes.length === 0 && "—"}
          {row.programmes.map(({ code, name }) => (
            <Chip key={code} title={name}>
              {code}
            </Chip>
          ))}
        </span>
      ),
    },
    {
      id: "countries",
      header: t("column.countries"),
      sortable: true,
      cell: (row) => <OperationCountries codes={row.countries} reported={row.countriesReported} />,
    },
    {
      id: "confidence",
      header: t("column.confidence"),
      onPhone: "hidden",
      cell: (row) => (row.confidence ? terms(`confidence.${row.confidence}`) : "—"),
    },
    {
      id: "state",
      header: t("column.state"),
      sortable: true,
      cell: (row) => <OperationStateBadge state={row.state} />,
    },
  ];
}

/** The chosen operations as a list that the server sorts and pages. */
export function OperationsTable({ filter }: { filter: OperationFilter }) {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const columns = useColumns();
  const list = useQuery({
    ...trpc.operations.list.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  return (
    <PagedTable
      query={list}
      refused={t("notShown")}
      label={t("title")}
      columns={columns}
      getHref={(row) => `/operations/${row.slug}`}
      sort={filter.sort}
      empty={useNoOperations(filter)}
    />
  );
}
