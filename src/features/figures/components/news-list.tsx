"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { Published } from "./figure-words.ts";
import styles from "./figures.module.css";

/** Headlines in their own language, newest first. */
export function NewsList({ news, title }: { news: Published["news"]; title?: string }) {
  const t = useTranslations("figures.news");
  const format = useFormatter();
  if (news.length === 0) return null;
  return (
    <Card title={title ?? t("title")}>
      <ul className={styles.news}>
        {news.map((item) => (
          <li key={item.id}>
            <time dateTime={item.publishedOn}>{format.dateTime(new Date(item.publishedOn), "day")}</time>
            <span lang={item.language} dir="auto">
              {item.headline}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
