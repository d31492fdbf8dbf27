"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";

/** One's own matches, and what other countries ask; the second says how many wait. */
export function MatchTabs({ active }: { active: "matches" | "confirmations" }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const readable = useCan()("confirmation:read");
  const asked = trpc.matches.countConfirmations.queryOptions(
    { exercise: useExercise() },
    { enabled: readable },
  );
  const { data } = useQuery(asked);
  if (!readable) return null;
  const label = data ? `${t("tabs.confirmations")} (${data})` : t("tabs.confirmations");
  return (
    <TabLinks
      label={t("tabs.label")}
      active={active}
      tabs={[
        { key: "matches", label: t("tabs.matches"), href: "/matches" },
        { key: "confirmations", label, href: "/confirmations" },
      ]}
    />
  );
}
