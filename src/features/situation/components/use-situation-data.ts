import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCan } from "#access/use-can.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { SituationSearch } from "../schema.ts";

/**
 * What the page asks of the server of a choice; the days that are played apart (`useDays`). A hint that something new came in
 * (`situation.*` made stale) refreshes all of it.
 */
export function useSituationData({ filter, points, layers, view }: SituationSearch) {
  const trpc = useTRPC();
  const can = useCan();
  const { from: _, to: _to, ...whole } = filter;
  const kept = { placeholderData: keepPreviousData, refetchInterval: 60_000 };
  const places = useQuery({ ...trpc.situation.places.queryOptions(filter), ...kept });
  const timeline = useQuery({
    ...trpc.situation.timeline.queryOptions({ ...whole, ...(points ? { points } : {}) }),
    ...kept,
  });
  const access = useQuery({ ...trpc.situation.access.queryOptions(whole), enabled: can("access:read") });
  const corridors = useQuery({
    ...trpc.situation.corridors.queryOptions(filter),
    ...kept,
    enabled: can("corridor:read") && (view === "table" || layers.includes("corridors")),
  });
  return {
    places,
    corridors: corridors.data,
    timeline: timeline.data,
    access: access.data,
  };
}
export type SituationData = ReturnType<typeof useSituationData>;
