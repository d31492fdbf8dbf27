"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useCountryName } from "./country-words.ts";
import { SinceChip } from "./since-chip.tsx";
import { TaskList } from "./task-list.tsx";
import type { Asked } from "./today-types.ts";

/** Confirmations that other countries ask of one's own: the request alone. */
export function AskedCard({ asked: { rows, total }, now }: { asked: Asked; now: Date }) {
  const t = useTranslations("today.asked");
  const terms = useTranslations("terms");
  const countryOf = useCountryName();
  const tasks = rows.map((row) => ({
    key: row.id,
    href: "/confirmations",
    title: <bdi>{row.reference}</bdi>,
    line: [
      t("from", { country: countryOf(row.askingCountry) }),
      terms(`database.${row.database}`),
      row.documentType && terms(`documentType.${row.documentType}`),
      row.recordStatus && terms(`recordStatus.${row.recordStatus}`),
    ]
      .filter(Boolean)
      .join(" · "),
    end: <SinceChip since={row.askedAt} now={now} />,
  }));
  const title = t("title", { count: total });
  return (
    <Card title={title} action={<WorldLink href="/confirmations">{t("all")}</WorldLink>}>
      <TaskList label={title} tasks={tasks} />
    </Card>
  );
}
