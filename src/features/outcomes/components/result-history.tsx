"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";

type ActionKey = Parameters<ReturnType<typeof useTranslations<"outcomes.action">>>[0];
const ENTITIES = {
  arrest: "arrest",
  people: "people_outcome",
  seizure: "seizure",
  outcome: "outcome",
} as const;

/** The trail of this version: what happened when. Who did it is said only of oneself. */
export function ResultHistory({ result }: { result: Details }) {
  const t = useTranslations("outcomes.detail");
  const action = useTranslations("outcomes.action");
  const format = useFormatter();
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const { data } = useQuery({
    ...trpc.audit.history.queryOptions({ entity: ENTITIES[result.kind], id: result.id }),
    enabled: readable,
  });
  if (!readable) return null;
  const named = (event: string) => {
    const key = (event.split(".")[1] ?? "") as ActionKey;
    return action(action.has(key) ? key : "other");
  };
  return (
    <Card title={t("history")}>
      {!data && <SkeletonLines lines={2} />}
      {data?.length === 0 && <p>{t("historyEmpty")}</p>}
      <ul className={styles.list}>
        {data?.map((event) => (
          <li key={`${event.chain}${event.seq}`}>
            {named(event.action)}
            <span className={styles.quiet}>
              {[
                format.dateTime(event.at, "momentZone", { timeZone: result.timeZone ?? "UTC" }),
                event.mine && t("byYou"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
