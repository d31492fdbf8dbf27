"use client";

import { ExerciseStamp } from "#components/layout/exercise-stamp.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { listed, paired } from "#i18n/side-by-side.ts";
import { useHandlingMark } from "#i18n/use-handling-mark.ts";
import { countryName } from "#lib/country.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useLocale, useTranslations } from "next-intl";
import { nameEdition } from "#lib/edition.ts";
import type { SummaryFilter } from "../schema.ts";
import styles from "./paper.module.css";

type Totals = RouterOutputs["summary"]["totals"];
export type PaperProps = { totals: Totals; filter: SummaryFilter; reader: string; operator: string | null };

/** So many operations are named in the title; more are counted. */
const NAMED = 2;

/** What the printed page says about itself, in the reader's language. */
export function usePaperFacts({ totals, filter, reader, operator }: PaperProps) {
  const t = useTranslations("summary");
  const format = useFormatter();
  const locale = useLocale();
  const markOf = useHandlingMark();
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const [from, to] = [filter.from ?? totals.counted?.from, filter.to ?? totals.counted?.to];
  const { operations } = totals;
  const names = operations.map(nameEdition);
  const subject =
    names.length > 0 && names.length <= NAMED
      ? new Intl.ListFormat(locale, { type: "conjunction" }).format(names)
      : t("facts.operations", { count: names.length });
  const chosen = [
    filter.programme && paired(locale, t("filter.programme"), filter.programme),
    filter.country && paired(locale, t("filter.country"), countryName(filter.country, locale)),
    filter.from && paired(locale, t("filter.from"), day(filter.from)),
    filter.to && paired(locale, t("filter.to"), day(filter.to)),
  ].filter(Boolean);
  return {
    subject,
    period: from && to ? t("facts.period", { from: day(from), to: day(to) }) : t("facts.noPeriod"),
    mark: listed(locale, [...new Set(operations.map(({ handlingMark }) => markOf(handlingMark)))]),
    asOf: format.dateTime(totals.asOf, "momentZone", { timeZone: "UTC" }),
    year: format.dateTime(totals.asOf, "year"),
    chosen: chosen.join(" · ") || t("paper.none"),
    reader,
    operator: operator ?? t("paper.noOperator"),
  };
}

/** Title block of the printed page: what, period, choice, as of when, mark, who runs the system and for whom. */
export function PaperHead(props: PaperProps) {
  const t = useTranslations("summary");
  const facts = usePaperFacts(props);
  const rows = [
    { key: "when", label: t("facts.when"), value: facts.period },
    { key: "asOf", label: t("facts.asOf"), value: facts.asOf },
    { key: "chosen", label: t("paper.filters"), value: facts.chosen },
    { key: "mark", label: t("facts.mark"), value: facts.mark },
    { key: "reader", label: t("paper.prepared"), value: facts.reader },
    { key: "operator", label: t("paper.operator"), value: facts.operator },
  ];
  return (
    <header className={styles.head}>
      {props.filter.exercise && (
        <p className={styles.exercise}>
          <ExerciseStamp /> {t("paper.exercise")}
        </p>
      )}
      <p className={styles.kind}>{t("paper.title")}</p>
      <h1>{facts.subject}</h1>
      <p className={styles.period}>{facts.period}</p>
      <dl>
        {rows.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value || "—"}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
