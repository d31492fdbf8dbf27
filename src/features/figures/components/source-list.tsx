"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { sourceName } from "./figure-source.tsx";
import type { Published } from "./figure-words.ts";
import styles from "./figures.module.css";

/** Where the figures come from. Addresses are shown, not linked: an old one may lead anywhere today. */
export function SourceList({ sources }: { sources: Published["sources"] }) {
  const t = useTranslations("figures.sources");
  const terms = useTranslations("terms.sourceTier");
  const format = useFormatter();
  const languages = new Intl.DisplayNames([useLocale()], { type: "language" });
  const columns = [
    { header: t("source") },
    { header: t("publisher") },
    { header: t("date"), roomy: true },
    { header: t("language") },
    { header: t("tier") },
  ];
  return (
    <Card title={t("title")}>
      {sources.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <SimpleTable
          label={t("title")}
          stacked
          columns={columns}
          rows={sources.map((source) => ({
            key: source.id,
            cells: [
              <span key="source" className={styles.source}>
                <bdi>{sourceName(source)}</bdi>
                <small className={styles.locator} dir="ltr">
                  {source.locator}
                </small>
              </span>,
              source.publisher ?? "—",
              source.publishedOn ? format.dateTime(new Date(source.publishedOn), "day") : t("dateUnknown"),
              source.language ? languages.of(source.language) : "—",
              <Chip key="tier" tone={source.tier === "primary" ? "accent" : "plain"}>
                {terms(source.tier)}
              </Chip>,
            ],
          }))}
        />
      )}
    </Card>
  );
}
