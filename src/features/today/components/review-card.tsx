"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useJoined } from "#i18n/use-joined.ts";
import { useCountryName } from "./country-words.ts";
import type { Review } from "./today-types.ts";
import styles from "./today.module.css";

/** Point-days to review, queried ones and missing ones, each a link to that list. */
export function ReviewCard({ review }: { review: Review }) {
  const t = useTranslations("today.review");
  const format = useFormatter();
  const countryOf = useCountryName();
  const { list } = useJoined();
  const { returns, missing, replies } = review;
  const number = (n: number) => format.number(n, "count");
  const since = (day: string | null) => day && t("since", { date: format.dateTime(new Date(day), "day") });
  const days = missing.reduce((sum, row) => sum + row.days, 0);
  const waiting = replies.reduce((sum, row) => sum + row.waiting, 0);
  const items = [
    {
      key: "submitted",
      count: returns.submitted,
      more: since(returns.submittedSince),
      href: "/returns?state=submitted",
    },
    {
      key: "queried",
      count: returns.queried,
      more: since(returns.queriedSince),
      href: "/returns?state=queried",
    },
    {
      key: "missing",
      count: days,
      more: list(missing.map((row) => `${countryOf(row.country)}\u00a0${number(row.days)}`)),
      href: "/returns?state=missing",
    },
    {
      key: "replies",
      count: waiting,
      more: list(replies.map((row) => `${countryOf(row.asked)}\u00a0${number(row.waiting)}`)),
      href: "/matches?queue=reply",
    },
  ] as const;
  return (
    <Card title={review.mine ? t("title") : t("titleManager")}>
      <dl className={styles.counts}>
        {items.map(({ key, count, more, href }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <b>{count > 0 ? <WorldLink href={href}>{number(count)}</WorldLink> : number(count)}</b>
              <span>{count > 0 ? more : t("none")}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
