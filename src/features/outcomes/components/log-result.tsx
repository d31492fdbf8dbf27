"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { isId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { LogArrest } from "./log-arrest.tsx";
import { LogPeople } from "./log-people.tsx";
import { LogSeizure } from "./log-seizure.tsx";

type Props = { kind: "arrest" | "people" | "seizure" };

/** One of the forms of the log, once it is known where one may record. */
export function LogResult({ kind }: Props) {
  const t = useTranslations("outcomes.sheet");
  const trpc = useTRPC();
  const exercise = useExercise();
  // One may come from a match, to record an arrest.
  const asked = useUrlFilter().get("match");
  const matchId = kind === "arrest" && asked !== null && isId(asked) ? asked : undefined;
  const { data: places, error } = useQuery(
    trpc.outcomes.places.queryOptions({ exercise }, { refetchOnWindowFocus: false }),
  );
  const cited = useQuery({
    ...trpc.outcomes.matchesToCite.queryOptions({ matchId: matchId ?? null, exercise }),
    enabled: matchId !== undefined,
  });
  if (error) return <Refusal error={error} title={t("cannotOpen")} />;
  if (!places || (matchId !== undefined && cited.isLoading)) return <SkeletonLines lines={6} />;
  const [first, ...more] = places;
  if (!first) return <EmptyState title={t("noPlaces")}>{t("noPlacesText")}</EmptyState>;
  const from = cited.data?.find(({ id }) => id === matchId) ?? null;
  const offered = [first, ...more] as const;
  if (kind === "arrest") return <LogArrest places={offered} from={from} />;
  return kind === "people" ? <LogPeople places={offered} /> : <LogSeizure places={offered} />;
}
