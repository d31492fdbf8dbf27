"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./training.module.css";

type ActionKey = Parameters<ReturnType<typeof useTranslations<"training.action">>>[0];
type FieldKey = Parameters<ReturnType<typeof useTranslations<"training.field">>>[0];

/** What happened to this session when. Who did it is said only of oneself. */
export function SessionHistory({ id }: { id: string }) {
  const t = useTranslations("training.history");
  const actions = useTranslations("training.action");
  const names = useTranslations("training.field");
  const format = useFormatter();
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const { data } = useQuery({
    ...trpc.audit.history.queryOptions({ entity: "training_session", id }),
    enabled: readable,
  });
  if (!readable) return null;
  const named = (action: string) => {
    const key = action.replace("training.", "") as ActionKey;
    return actions(actions.has(key) ? key : "other");
  };
  const fieldsOf = (fields: readonly string[]) =>
    fields.filter((field) => names.has(field as FieldKey)).map((field) => names(field as FieldKey));
  return (
    <Card title={t("title")}>
      {!data && <SkeletonLines lines={2} />}
      {data?.length === 0 && <p>{t("empty")}</p>}
      <ul className={styles.list}>
        {data?.map((event) => (
          <li key={`${event.chain}${event.seq}`}>
            {[named(event.action), fieldsOf(event.fields).join(", ")].filter(Boolean).join(": ")}
            <span className={styles.quiet}>
              {[format.dateTime(event.at, "momentZone"), event.mine && t("mine")].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
