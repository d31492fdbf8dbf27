"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Trail } from "#components/layout/trail.tsx";
import { useTRPC } from "#trpc/client.tsx";

type ActionKey = Parameters<ReturnType<typeof useTranslations<"training.action">>>[0];
type FieldKey = Parameters<ReturnType<typeof useTranslations<"training.field">>>[0];

/** What happened to this session when. Who did it is said only of oneself. */
export function SessionHistory({ id }: { id: string }) {
  const t = useTranslations("training.history");
  const actions = useTranslations("training.action");
  const names = useTranslations("training.field");
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const { data, error } = useQuery({
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
  const events = data?.map((event) => ({
    key: `${event.chain}${event.seq}`,
    what: [named(event.action), fieldsOf(event.fields).join(", ")].filter(Boolean).join(": "),
    at: event.at,
    mine: event.mine,
  }));
  return <Trail title={t("title")} query={{ data: events, error }} empty={t("empty")} mine={t("mine")} />;
}
