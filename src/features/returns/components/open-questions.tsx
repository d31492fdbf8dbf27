"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { useExercise, WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./point-day.module.css";

/** What the reviewer asked and this country has not answered yet, oldest first. */
export function OpenQuestions() {
  const t = useTranslations("returns.list");
  const terms = useTranslations("terms.database");
  const format = useFormatter();
  const trpc = useTRPC();
  const files = useCan()("return:file");
  const { data } = useQuery(
    trpc.returns.queries.queryOptions({ exercise: useExercise() }, { enabled: files }),
  );
  if (!files || !data || data.length === 0) return null;
  return (
    <Card title={t("questions", { count: data.length })}>
      <ul className={styles.lines}>
        {data.map((remark) => (
          <li key={remark.id}>
            <WorldLink href={remark.match ? `/matches/${remark.match.id}` : `/returns/${remark.returnId}`}>
              {[
                remark.point?.name,
                remark.localDate && format.dateTime(new Date(`${remark.localDate}T00:00:00Z`), "dayMonth"),
                remark.match?.reference ?? (remark.line && terms(remark.line.database)),
              ]
                .filter(Boolean)
                .join(" · ")}
            </WorldLink>
            <p dir="auto">{remark.text}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
