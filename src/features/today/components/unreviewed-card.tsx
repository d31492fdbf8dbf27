"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { Unreviewed } from "./today-types.ts";
import styles from "./today.module.css";

/** Results and attendance that wait for their reviewer, each a link to exactly those; nothing is shown where nothing waits. */
export function UnreviewedCard({ unreviewed: { counts, mine } }: { unreviewed: Unreviewed }) {
  const t = useTranslations("today.unreviewed");
  const kinds = useTranslations("outcomes.list.kind");
  const review = useTranslations("today.review");
  const format = useFormatter();
  if (counts.every(({ count }) => count === 0)) return null;
  return (
    <Card title={mine ? t("title") : t("titleManager")}>
      <dl className={styles.counts}>
        {counts.map(({ kind, count, since }) => (
          <div key={kind}>
            <dt>{kind === "attendance" ? t("attendance") : kinds(kind)}</dt>
            <dd>
              <b>
                {count === 0 ? (
                  format.number(count, "count")
                ) : (
                  <WorldLink
                    href={
                      kind === "attendance"
                        ? "/training?review=submitted"
                        : `/results?kind=${kind}&review=submitted`
                    }
                  >
                    {format.number(count, "count")}
                  </WorldLink>
                )}
              </b>
              <span>
                {since === null
                  ? review("none")
                  : review("since", { date: format.dateTime(new Date(since), "day") })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
