"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { DataTable, type Column } from "#components/table/data-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useJoined } from "#i18n/use-joined.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { cursorOf } from "../rules.ts";
import type { EventFilter } from "../schema.ts";
import styles from "./audit.module.css";
import { useEventWords } from "./event-words.ts";

type Row = RouterOutputs["audit"]["events"]["rows"][number];

/** Events, newest first; older ones by the chain and number of the last. */
export function EventList({ filter }: { filter: EventFilter }) {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const { href } = useUrlFilter();
  const events = useQuery({
    ...trpc.audit.events.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <Known query={events} title={t("notShown")} waiting={<SkeletonLines lines={10} />}>
      {(data) => (
        <>
          <DataTable
            label={t("events.title")}
            columns={columns}
            rows={data.rows}
            getKey={cursorOf}
            empty={<EmptyState title={t("events.empty")}>{t("events.emptyText")}</EmptyState>}
          />
          <div className={styles.actions}>
            {filter.before !== undefined && (
              <ActionLink href={href({ before: null })}>{t("events.newest")}</ActionLink>
            )}
            {data.older !== null && (
              <ActionLink href={href({ before: data.older })}>{t("events.older")}</ActionLink>
            )}
          </div>
        </>
      )}
    </Known>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("audit.events");
  const format = useFormatter();
  const words = useEventWords();
  const { list } = useJoined();
  const actor = ({ actor: one }: Row) => {
    if (one === null) return t("nobody");
    return one.kind === "system" ? t("system") : one.name;
  };
  return [
    { id: "what", header: t("what"), cell: words.event, onPhone: "title" },
    { id: "when", header: t("when"), cell: ({ at }) => format.dateTime(at, "moment") },
    { id: "who", header: t("who"), cell: (row) => <bdi>{actor(row)}</bdi> },
    {
      id: "operation",
      header: t("operation"),
      cell: ({ operation }) => (operation === null ? "—" : <bdi>{operation.codename}</bdi>),
    },
    {
      id: "fields",
      header: t("fields"),
      cell: ({ entity, fields }) =>
        fields.length === 0 ? "—" : list([...new Set(fields.map((name) => words.field(entity, name)))]),
    },
    {
      id: "number",
      header: t("number"),
      cell: (row) => (
        <bdi dir="ltr" className={styles.hash}>
          {cursorOf(row)}
        </bdi>
      ),
    },
  ];
}
