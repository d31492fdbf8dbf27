"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Trail } from "#components/layout/trail.tsx";
import { useTRPC } from "#trpc/client.tsx";

type ActionKey = Parameters<ReturnType<typeof useTranslations<"matches">>>[0];

/** The trail of this match: what was changed when. Who did it is said only of oneself. */
export function MatchHistory({ id }: { id: string }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const { data, error } = useQuery({
    ...trpc.audit.history.queryOptions({ entity: "match", id }),
    enabled: readable,
  });
  if (!readable) return null;
  const named = (action: string) => {
    const key = `action.${action.replace("match.", "")}` as ActionKey;
    return t(t.has(key) ? key : "action.other");
  };
  const events = data?.map((event) => ({
    key: `${event.chain}${event.seq}`,
    what: named(event.action),
    at: event.at,
    mine: event.mine,
  }));
  return (
    <Trail
      title={t("story.history")}
      query={{ data: events, error }}
      empty={t("story.historyEmpty")}
      mine={t("story.mine")}
    />
  );
}
