"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { TaskList } from "./task-list.tsx";
import type { Operations } from "./today-types.ts";
import styles from "./today.module.css";

/** Operations at work, or those an observer is assigned to. */
export function OperationsCard({ operations, exercise }: { operations: Operations; exercise: boolean }) {
  const t = useTranslations("today.operations");
  const terms = useTranslations("terms");
  const tasks = operations.map(({ id, slug, codename, year, state }) => ({
    key: id,
    href: `/operations/${slug}`,
    title: year === null ? codename : `${codename} (${year})`,
    line: t("open"),
    end: <Chip>{terms(`operationState.${state}`)}</Chip>,
  }));
  return (
    <Card title={t("title")} action={<WorldLink href="/operations">{t("all")}</WorldLink>}>
      {tasks.length > 0 ? (
        <TaskList label={t("title")} tasks={tasks} />
      ) : (
        <p className={styles.calm}>{t(exercise ? "noneExercise" : "noneReal")}</p>
      )}
    </Card>
  );
}
