"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useQuantity } from "#i18n/use-quantity.ts";
import type { PointDayData } from "./return-shapes.ts";
import { ReturnStateBadge } from "./return-state-badge.tsx";
import styles from "./point-day.module.css";

type Row = { id: string; words: string; value: string; review: "submitted" | "queried" | "validated" };

/** Arrests, people and seizures of the point on this day; validated together with the return. */
export function PointDayResults({ day }: { day: PointDayData }) {
  const t = useTranslations("returns.day");
  const rows = useRows(day);
  return (
    <Card title={t("results")}>
      {rows.length === 0 ? (
        <p className={styles.hint}>{t("noResults")}</p>
      ) : (
        <ul className={styles.lines}>
          {rows.map((row) => (
            <li key={row.id} className={styles.line}>
              <span className={styles.words}>{row.words}</span>
              <span className={styles.number}>{row.value}</span>
              <ReturnStateBadge state={row.review} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function useRows(day: PointDayData): Row[] {
  const t = useTranslations("returns.day");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const amount = useQuantity();
  const commodityName = (code: string) => {
    const key = `commodity.${code}` as Parameters<typeof terms>[0];
    return terms.has(key) ? terms(key) : code.replaceAll("_", " ");
  };
  return [
    ...day.arrests.map(({ id, count, offence, state, review }) => ({
      id,
      review,
      words: [t("arrests"), terms(`offence.${offence}`), terms(`arrestState.${state}`)].join(" · "),
      value: format.number(count, "count"),
    })),
    ...day.people.map(({ id, count, kind, ageGroup, sex, review }) => ({
      id,
      review,
      words: [terms(`peopleKind.${kind}`), terms(`ageGroup.${ageGroup}`), terms(`sex.${sex}`)].join(" · "),
      value: format.number(count, "count"),
    })),
    ...day.seizures.map(({ id, commodity, quantity, unit, review }) => ({
      id,
      review,
      words: [t("seizure"), commodityName(commodity)].join(" · "),
      value: amount(Number(quantity), unit),
    })),
  ];
}
