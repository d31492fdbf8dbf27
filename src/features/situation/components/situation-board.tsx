"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Layer, SituationView, TotalFilter } from "../schema.ts";
import { PlacesTables } from "./places-tables.tsx";
import { SituationHead } from "./situation-head.tsx";
import { SituationMap } from "./situation-map.tsx";
import { SituationTimeline } from "./situation-timeline.tsx";
import styles from "./situation.module.css";

type Props = { filter: TotalFilter; layers: Layer[]; view: SituationView; point: string | null };

/** The operations room: the map, the days under it, and a table that says the same. */
export function SituationBoard({ filter, layers, view, point }: Props) {
  const trpc = useTRPC();
  const { set } = useUrlFilter();
  const { from: _, to: _to, ...whole } = filter;
  const places = useQuery({
    ...trpc.situation.places.queryOptions(filter),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const timeline = useQuery({
    ...trpc.situation.timeline.queryOptions(whole),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const period = usePeriodWords(filter);
  return (
    <div className={styles.room} data-view={view}>
      <SituationHead filter={filter} view={view} period={period} />
      <div className={styles.main}>
        {places.error && <Refusal error={places.error} />}
        {!places.data && !places.error && <SkeletonBox height={320} />}
        {places.data && view === "map" && (
          <SituationMap
            places={places.data}
            layers={layers}
            period={period}
            point={point}
            onPoint={(id) => set({ point: id })}
          />
        )}
        {places.data && view === "table" && <PlacesTables places={places.data} period={period} />}
      </div>
      {timeline.data && <SituationTimeline timeline={timeline.data} filter={filter} period={period} />}
    </div>
  );
}

function usePeriodWords({ from, to }: TotalFilter): string {
  const t = useTranslations("situation.period");
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(date), "day");
  if (from && to)
    return from === to ? t("day", { day: day(from) }) : t("both", { from: day(from), to: day(to) });
  if (from) return t("from", { from: day(from) });
  return to ? t("to", { to: day(to) }) : t("all");
}
