"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { inOnePiece, TaskList } from "./task-list.tsx";
import type { Filing, Questions } from "./today-types.ts";

const FEW = 12;
type Props = {
  queries: Filing["queries"];
  questions: Questions | null;
  /** Asked by reviewers, and others are to answer. */
  awaiting?: boolean;
};
type Asked = { key: string; at: Date; text: string; href: string; about: (string | null | undefined)[] };

/** What the reviewer asks on returns, matches, results and attendance, the oldest first. */
export function QueriesCard({ queries, questions, awaiting = false }: Props) {
  const t = useTranslations("today.queries");
  const kinds = useTranslations("outcomes.list.kind");
  const format = useFormatter();
  const asked: Asked[] = [
    ...queries.map(({ id, at, text, match, returnId, point, localDate }) => ({
      key: id,
      at,
      text,
      href: match ? `/matches/${match.id}` : `/returns/${returnId}`,
      about: [
        point?.name,
        localDate && inOnePiece(format.dateTime(new Date(localDate), "weekday")),
        match?.reference,
      ],
    })),
    ...(questions?.results ?? []).map(({ id, at, text, kind, resultId, codename }) => ({
      key: id,
      at,
      text,
      href: `/results/${kind}/${resultId}`,
      about: [kinds(kind), codename],
    })),
    ...(questions?.attendance ?? []).map(({ id, at, text, session, organisation }) => ({
      key: id,
      at,
      text,
      href: awaiting ? `/training/${session.id}` : `/log/attendance?session=${session.id}`,
      about: [t("attendance"), organisation, session.title],
    })),
  ];
  if (asked.length === 0) return null;
  const title = t(awaiting ? "awaiting" : "title", { count: asked.length });
  const tasks = asked
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, FEW)
    .map(({ key, at, text, href, about }) => ({
      key,
      href,
      title: <bdi>{text}</bdi>,
      line: about.filter(Boolean).join(" · "),
      end: <Chip tone="wait">{format.dateTime(at, "dayMonth")}</Chip>,
    }));
  return (
    <Card title={title}>
      <TaskList label={title} tasks={tasks} />
    </Card>
  );
}
