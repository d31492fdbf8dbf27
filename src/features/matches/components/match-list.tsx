"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import type { Column } from "#components/table/data-table.tsx";
import { PagedTable } from "#components/table/paged-table.tsx";
import { useCan } from "#access/use-can.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { MatchFilter } from "../schema.ts";
import { useAwaitedWords } from "./awaited-words.ts";
import { useHitWords } from "./hit-words.ts";
import { MatchBadge } from "./match-badge.tsx";
import styles from "./matches.module.css";
import { WaitingChip } from "./waiting-chip.tsx";

type Row = RouterOutputs["matches"]["list"]["rows"][number];

/** The queue of matches, sorted and paged by the server. */
export function MatchList({ filter }: { filter: MatchFilter }) {
  const t = useTranslations("matches");
  const can = useCan();
  const trpc = useTRPC();
  const list = useQuery({
    ...trpc.matches.list.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <PagedTable
      query={list}
      label={t("title")}
      columns={columns}
      getHref={(row) => `/matches/${row.id}`}
      sort={filter.sort}
      empty={{
        title: t("empty.title"),
        text: t("empty.text"),
        begin: can("match:record") && { href: "/log/match", label: t("empty.record") },
      }}
    />
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("matches");
  const format = useFormatter();
  const locale = useLocale();
  const hitWords = useHitWords();
  const awaitedWords = useAwaitedWords();
  return [
    {
      id: "reference",
      header: t("column.reference"),
      sortable: true,
      onPhone: "title",
      cell: (row) => <span className={styles.reference}>{row.reference}</span>,
    },
    {
      id: "hit",
      header: t("column.hit"),
      cell: (row) => <span className={styles.hit}>{hitWords(row)}</span>,
    },
    {
      id: "detectedAt",
      header: t("column.point"),
      sortable: true,
      cell: (row) => (
        <>
          <span className={styles.where}>
            <bdi>{row.point.name}</bdi> · {countryName(row.countryCode, locale)}
          </span>
          <span className={styles.quiet}>
            {format.dateTime(row.detectedAt, "momentZone", { timeZone: row.point.timeZone })}
          </span>
        </>
      ),
    },
    {
      id: "awaited",
      header: t("column.awaited"),
      cell: (row) => (
        <>
          {awaitedWords(row)} {row.review === "queried" && <Chip tone="wait">{t("queried")}</Chip>}
        </>
      ),
    },
    {
      id: "since",
      header: t("column.since"),
      sortable: true,
      cell: (row) => row.since && <WaitingChip since={row.since} />,
    },
    {
      id: "state",
      header: t("column.state"),
      sortable: true,
      cell: (row) => <MatchBadge state={row.state} />,
    },
  ];
}
