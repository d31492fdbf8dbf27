"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { listed } from "#i18n/side-by-side.ts";
import { useHandlingMark } from "#i18n/use-handling-mark.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import styles from "./summary.module.css";

type Props = { filter: SummaryFilter; totals: RouterOutputs["summary"]["totals"] };

/** What every copy of the page carries: period, choice, as-of time, handling mark and for whom it was made. */
export function PrintedFacts({ filter, totals }: Props) {
  const t = useTranslations("summary.facts");
  const format = useFormatter();
  const locale = useLocale();
  const trpc = useTRPC();
  const { data: me } = useQuery(trpc.people.me.queryOptions());
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const { from, to } = { from: filter.from ?? totals.counted?.from, to: filter.to ?? totals.counted?.to };
  const period = from && to ? t("period", { from: day(from), to: day(to) }) : t("noPeriod");
  const markOf = useHandlingMark();
  const marks = [...new Set(totals.operations.map(({ handlingMark }) => markOf(handlingMark)))];
  const [only] = totals.operations;
  const operations =
    totals.operations.length === 1 && only
      ? only.codename
      : t("operations", { count: totals.operations.length });
  const facts = [
    { key: "what", label: t("what"), value: [operations, filter.programme].filter(Boolean).join(" · ") },
    {
      key: "where",
      label: t("where"),
      value: filter.country ? countryName(filter.country, locale) : t("allCountries"),
    },
    { key: "when", label: t("when"), value: period },
    { key: "asOf", label: t("asOf"), value: format.dateTime(totals.asOf, "momentZone", { timeZone: "UTC" }) },
    { key: "mark", label: t("mark"), value: listed(locale, marks) || "—" },
    { key: "reader", label: t("reader"), value: me?.name ?? "—" },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
