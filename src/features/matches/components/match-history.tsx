"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./matches.module.css";

type ActionKey = Parameters<ReturnType<typeof useTranslations<"matches">>>[0];

/** The trail of this match: what was changed when. Who did it is said only of oneself. */
export function MatchHistory({ id }: { id: string }) {
  const t = useTranslations("matches");
  const format = useFormatter();
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const { data } = useQuery({
    ...trpc.audit.history.queryOptions({ entity: "match", id }),
    enabled: readable,
  });
  if (!readable) return null;
  const named = (action: string) => {
    const key = `action.${action.replace("match.", "")}` as ActionKey;
    return t(t.has(key) ? key : "action.other");
  };
  return (
    <Card title={t("story.history")}>
      {!data && <SkeletonLines lines={2} />}
      {data?.length === 0 && <p>{t("story.historyEmpty")}</p>}
      <ul className={styles.list}>
        {data?.map((event) => (
          <li key={`${event.chain}${event.seq}`}>
            {named(event.action)}
            <span className={styles.quiet}>
              {[format.dateTime(event.at, "momentZone"), event.mine && t("story.mine")]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
