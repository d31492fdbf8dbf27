"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Trail } from "#components/layout/trail.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { Details } from "./correction-kinds.ts";

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
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const { data, error } = useQuery({
    ...trpc.audit.history.queryOptions({ entity: ENTITIES[result.kind], id: result.id }),
    enabled: readable,
  });
  if (!readable) return null;
  const named = (event: string) => {
    const key = (event.split(".")[1] ?? "") as ActionKey;
    return action(action.has(key) ? key : "other");
  };
  const events = data?.map((event) => ({
    key: `${event.chain}${event.seq}`,
    what: named(event.action),
    at: event.at,
    mine: event.mine,
  }));
  return (
    <Trail
      title={t("history")}
      query={{ data: events, error }}
      empty={t("historyEmpty")}
      mine={t("byYou")}
      timeZone={result.timeZone ?? "UTC"}
    />
  );
}
