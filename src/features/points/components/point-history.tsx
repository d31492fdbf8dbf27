"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Trail } from "#components/layout/trail.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";

type Key = Parameters<ReturnType<typeof useTranslations<"points.history">>>[0];

/** What was changed when, of the point and of its access. Who did it is said only of oneself. */
export function PointHistory({ id }: { id: string }) {
  const t = useTranslations("points.history");
  const terms = useTranslations("terms.accessSystem");
  const trpc = useTRPC();
  const exercise = useExercise();
  const readable = useCan()("history:read");
  const { data, error } = useQuery({
    ...trpc.points.history.queryOptions({ id, exercise }),
    enabled: readable,
  });
  if (!readable) return null;
  const named = (action: string) => t(t.has(action as Key) ? (action as Key) : "other");
  const events = data?.map((event) => ({
    key: event.key,
    what: event.system
      ? t("of", { what: named(event.action), system: terms(event.system) })
      : named(event.action),
    at: event.at,
    mine: event.mine,
  }));
  return <Trail title={t("title")} query={{ data: events, error }} empty={t("empty")} mine={t("you")} />;
}
