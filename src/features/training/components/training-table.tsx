"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { FigureValue } from "#components/figure.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { ExerciseStamp } from "#components/layout/exercise-stamp.tsx";
import type { Column } from "#components/table/data-table.tsx";
import { PagedTable } from "#components/table/paged-table.tsx";
import { useDayRange } from "#i18n/use-day-range.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { TrainingFilter } from "../schema.ts";
import { SessionStateChip } from "./session-state-chip.tsx";
import type { SessionRow } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

/** The chosen sessions, sorted and paged by the server. */
export function TrainingTable({ filter }: { filter: TrainingFilter }) {
  const t = useTranslations("training");
  const can = useCan();
  const trpc = useTRPC();
  const list = useQuery({
    ...trpc.training.list.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <PagedTable
      query={list}
      label={t("title")}
      columns={columns}
      getHref={(row) => `/training/${row.id}`}
      sort={filter.sort}
      empty={{
        title: t("empty.title"),
        text: t("empty.text"),
        begin: can("training:write") && { href: "/training/new", label: t("plan") },
      }}
    />
  );
}

function useColumns(): Column<SessionRow>[] {
  const t = useTranslations("training");
  const locale = useLocale();
  const words = useTrainingWords();
  const range = useDayRange();
  return [
    {
      id: "title",
      header: t("column.title"),
      sortable: true,
      onPhone: "title",
      cell: (row) => (
        <>
          {row.title} {row.operation?.exercise && <ExerciseStamp />}
        </>
      ),
    },
    {
      id: "startsOn",
      header: t("column.days"),
      sortable: true,
      cell: (row) => <span className={styles.days}>{range(row.startsOn, row.endsOn)}</span>,
    },
    {
      id: "country",
      header: t("column.country"),
      sortable: true,
      cell: (row) => (
        <span>
          {countryName(row.countryCode, locale)}
          <small className={styles.quiet}>{row.operation?.codename ?? t("noOperation")}</small>
        </span>
      ),
    },
    { id: "topics", header: t("column.topics"), onPhone: "hidden", cell: (row) => words.topics(row.topics) },
    {
      id: "attended",
      header: t("column.attended"),
      align: "end",
      cell: (row) => <AttendedCell row={row} />,
    },
    { id: "state", header: t("column.state"), sortable: true, cell: (row) => <StateCell row={row} /> },
  ];
}

function AttendedCell({ row }: { row: SessionRow }) {
  const t = useTranslations("training");
  if (!row.mayRead) return <span className={styles.quiet}>{t("notForYou")}</span>;
  if (row.state === "cancelled") return "—";
  return (
    <span>
      <FigureValue value={row.attended} />
      {row.invited !== null && (
        <small className={`${styles.quiet} ${styles.ofInvited}`}>
          {t("ofInvited", { invited: row.invited })}
        </small>
      )}
    </span>
  );
}

function StateCell({ row }: { row: SessionRow }) {
  const t = useTranslations("training");
  return (
    <span className={styles.chips}>
      <SessionStateChip state={row.state} />
      {row.mayRead && row.state === "held" && row.attended === null && (
        <Chip tone="wait">{t("attendanceOwed")}</Chip>
      )}
      {row.state === "held" && row.review === "submitted" && <Chip tone="prelim">{t("preliminary")}</Chip>}
    </span>
  );
}
