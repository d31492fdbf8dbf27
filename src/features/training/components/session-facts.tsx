"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useDayRange } from "#i18n/use-day-range.ts";
import { countryName } from "#lib/country.ts";
import type { Session } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

/** What was planned. */
export function SessionFacts({ session }: { session: Session }) {
  const t = useTranslations("training");
  const format = useFormatter();
  const locale = useLocale();
  const words = useTrainingWords();
  const range = useDayRange();
  const { operation, trainers, seats } = session;
  const facts: [string, ReactNode][] = [
    [
      t("field.operationId"),
      operation ? (
        <WorldLink key="operation" href={`/operations/${operation.slug}`}>
          {operation.codename}
        </WorldLink>
      ) : (
        t("noOperation")
      ),
    ],
    [t("field.countryCode"), countryName(session.countryCode, locale)],
    [t("field.place"), <bdi key="place">{session.place}</bdi>],
    [t("session.days"), range(session.startsOn, session.endsOn)],
    [t("field.delivery"), words.delivery(session.delivery)],
    [t("field.languages"), session.languages.map(words.language).join(" · ")],
    [t("field.topics"), session.topics.length === 0 ? "—" : words.topics(session.topics)],
    [
      t("field.trainerIds"),
      trainers.length === 0 ? t("session.notStated") : trainers.map(words.organisation).join(" · "),
    ],
    [t("field.seats"), seats === null ? t("session.notStated") : format.number(seats, "count")],
  ];
  return (
    <Card title={t("session.facts")}>
      <dl className={styles.facts}>
        {facts.map(([name, fact]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
