"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { inOnePiece, TaskList } from "./task-list.tsx";
import type { Filing } from "./today-types.ts";
import styles from "./today.module.css";

const FEW = 12;

/** Returns owed per point with the time they are due there. */
export function OwedCard({ filing: { owing, todayOpen, points }, now }: { filing: Filing; now: Date }) {
  const t = useTranslations("today.owed");
  const format = useFormatter();
  const day = (date: string) => inOnePiece(format.dateTime(new Date(date), "weekday"));
  const tasks = owing.slice(0, FEW).flatMap(({ missing, ...row }) => {
    const [first] = missing;
    if (first === undefined) return [];
    const due = row.dueAt && inOnePiece(format.dateTime(row.dueAt, "momentZone", { timeZone: row.timeZone }));
    return {
      key: row.deploymentId,
      href: `/log/return?${new URLSearchParams({ deployment: row.deploymentId, day: first })}`,
      title: row.point.name,
      line: [
        row.operation.codename,
        missing.length === 1 ? day(first) : t("days", { count: missing.length, first: day(first) }),
        due && t("due", { due }),
      ]
        .filter(Boolean)
        .join(" · "),
      end: row.overdue ? <Chip tone="late">{t("overdue")}</Chip> : <Chip tone="wait">{t("waits")}</Chip>,
    };
  });
  const title = owing.length > 0 ? t("title", { count: owing.length }) : t("titleNone");
  return (
    <Card title={title} note={points > 0 ? t("of", { count: points }) : undefined}>
      {tasks.length > 0 && <TaskList label={title} tasks={tasks} />}
      {owing.length > FEW && <p className={styles.more}>{t("more", { count: owing.length - FEW })}</p>}
      {owing.length === 0 && <p className={styles.calm}>{points === 0 ? t("noPoints") : t("none")}</p>}
      {todayOpen.length > 0 && owing.length === 0 && (
        <p className={styles.more}>
          <WorldLink href="/log/return">{t("today", { count: todayOpen.length })}</WorldLink>
        </p>
      )}
      {owing.some(({ dueAt }) => dueAt !== null && dueAt < now) && (
        <p className={styles.more}>{t("meaning")}</p>
      )}
    </Card>
  );
}
