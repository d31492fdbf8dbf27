"use client";

import { useLocale, useTranslations } from "next-intl";
import { WorldLink } from "#components/layout/world-link.tsx";
import type { Column } from "#components/table/data-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useQuantity } from "#i18n/use-quantity.ts";
import { countryName } from "#lib/country.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { ResultKind } from "../rules.ts";
import styles from "./outcomes.module.css";
import { useTerm, WHAT_TERMS } from "./result-terms.ts";
import { ReviewBadge } from "./review-badge.tsx";

export type ResultRow = RouterOutputs["outcomes"]["list"]["rows"][number];

/** The columns of one kind: what, where, when, how much, where it stands. */
export function useResultColumns(kind: ResultKind): Column<ResultRow>[] {
  const t = useTranslations("outcomes.list");
  const detail = useTranslations("outcomes.detail");
  const format = useFormatter();
  const locale = useLocale();
  const term = useTerm();
  const amount = useAmountColumn(kind);
  const match = useMatchColumn();
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), "day");
  return [
    {
      id: "what",
      header: t(`what.${kind}`),
      sortable: true,
      onPhone: "title",
      cell: (row) => (
        <>
          {term(WHAT_TERMS[kind], row.what)}
          {row.ageGroup && row.sex && (
            <span className={styles.quiet}>
              {term("ageGroup", row.ageGroup)} · {term("sex", row.sex)}
            </span>
          )}
          <span className="only-spoken">{`, ${day(row.localDate)}`}</span>
        </>
      ),
    },
    ...(kind === "outcome" ? [] : [amount]),
    {
      id: "country",
      header: t("place"),
      sortable: true,
      cell: (row) => (
        <>
          <bdi>{row.point ?? detail("wholeCountry")}</bdi>
          <span className={styles.quiet}>
            {countryName(row.countryCode, locale)} · {row.codename}
          </span>
        </>
      ),
    },
    {
      id: "day",
      header: t("day"),
      sortable: true,
      cell: (row) => (
        <>
          <span className={styles.whole}>{day(row.localDate)}</span>
          {row.mine && <span className={styles.quiet}>{t("mine")}</span>}
        </>
      ),
    },
    ...(kind === "arrest" || kind === "outcome" ? [match] : []),
    { id: "review", header: t("reviewLabel"), cell: (row) => <ReviewBadge row={row} /> },
  ];
}

function useAmountColumn(kind: ResultKind): Column<ResultRow> {
  const t = useTranslations("outcomes.list");
  const format = useFormatter();
  const quantity = useQuantity();
  return {
    id: "amount",
    header: t(kind === "seizure" ? "amount" : "count"),
    align: "end",
    sortable: true,
    cell: (row) => (kind === "seizure" ? quantity(row.amount, row.unit) : format.number(row.amount, "count")),
  };
}

function useMatchColumn(): Column<ResultRow> {
  const t = useTranslations("outcomes.list");
  return {
    id: "match",
    header: t("match"),
    cell: (row) =>
      row.matchId === null || row.reference === null ? (
        "—"
      ) : (
        <span className={styles.whole}>
          <WorldLink href={`/matches/${row.matchId}`}>{row.reference}</WorldLink>
        </span>
      ),
  };
}
