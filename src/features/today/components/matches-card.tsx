"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useAuthorityName, useCountryName } from "./country-words.ts";
import { SinceChip } from "./since-chip.tsx";
import { TaskList } from "./task-list.tsx";
import type { Matches } from "./today-types.ts";
import styles from "./today.module.css";

/** Matches that wait: for a step of one's own, or for a reply of another country and since when. */
export function MatchesCard({ matches, now }: { matches: Matches; now: Date }) {
  const t = useTranslations("today.matches");
  const awaits = useTranslations("matches.awaited");
  const countryOf = useCountryName();
  const authorityOf = useAuthorityName();
  const words = ({ awaited, asked }: Matches["rows"][number]) => {
    if (awaited === null) return null;
    const who = asked === null ? "" : authorityOf(asked);
    if (awaited === "request") return who ? awaits("request", { who }) : awaits("request_unknown");
    return awaited === "reply" ? awaits("reply", { who }) : awaits(awaited);
  };
  const tasks = matches.rows.map((row) => ({
    key: row.id,
    href: `/matches/${row.id}`,
    title: <bdi>{row.reference}</bdi>,
    line: [words(row), row.point.name, countryOf(row.countryCode)].filter(Boolean).join(" · "),
    end: row.since && <SinceChip since={row.since} now={now} />,
  }));
  const total = matches.ours + matches.reply;
  return (
    <Card
      title={total > 0 ? t("title", { count: total }) : t("titleNone")}
      action={<WorldLink href="/matches">{t("all")}</WorldLink>}
    >
      {tasks.length > 0 ? (
        <TaskList label={t("title", { count: total })} tasks={tasks} />
      ) : (
        <p className={styles.calm}>{t("none")}</p>
      )}
    </Card>
  );
}
