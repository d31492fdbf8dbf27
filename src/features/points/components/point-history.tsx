"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./points.module.css";

type Key = Parameters<ReturnType<typeof useTranslations<"points.history">>>[0];

/** What was changed when, of the point and of its access. Who did it is said only of oneself. */
export function PointHistory({ id }: { id: string }) {
  const t = useTranslations("points.history");
  const terms = useTranslations("terms.accessSystem");
  const format = useFormatter();
  const trpc = useTRPC();
  const exercise = useExercise();
  const readable = useCan()("history:read");
  const { data } = useQuery({ ...trpc.points.history.queryOptions({ id, exercise }), enabled: readable });
  if (!readable) return null;
  const named = (action: string) => t(t.has(action as Key) ? (action as Key) : "other");
  return (
    <Card title={t("title")}>
      {!data && <SkeletonLines lines={2} />}
      {data?.length === 0 && <p>{t("empty")}</p>}
      <ul className={styles.list}>
        {data?.map((event) => (
          <li key={event.key}>
            {event.system
              ? t("of", { what: named(event.action), system: terms(event.system) })
              : named(event.action)}
            <span className={styles.quiet}>
              {[format.dateTime(event.at, "momentZone"), event.mine && t("you")].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
