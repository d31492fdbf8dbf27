import { keepPreviousData, skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { addDays, type LocalDate } from "#lib/period.ts";
import { useTRPC } from "#trpc/client.tsx";
import { stretchOf, type PlayMode } from "../rules.ts";
import type { TotalFilter } from "../schema.ts";
import { beforeNext, NOTHING_BEFORE, stretchReady, type Days, type Stretch } from "./prepare-play.ts";

const MINUTE = 60_000;
type Asked = { filter: TotalFilter; day: LocalDate | null; mode: PlayMode };

/** The days around one that is shown, and the period they are part of; the next ones are fetched before they are needed. */
export function useDays({ filter, day, mode }: Asked) {
  const trpc = useTRPC();
  const [wanted, setWanted] = useState(false);
  const at = day === null ? undefined : stretchOf(day);
  const kept = { refetchInterval: MINUTE, gcTime: MINUTE };
  const { data, isPlaceholderData, isError } = useQuery({
    ...trpc.situation.days.queryOptions(at === undefined ? filter : { ...filter, at }),
    ...kept,
    placeholderData: keepPreviousData,
    enabled: wanted || day !== null,
  });
  const held = isPlaceholderData ? undefined : data;
  const begins = held?.stretch && held.stretch.from > held.period.from ? held.stretch.from : null;
  const before = useQuery({
    // What a day alone counts has nothing before it.
    ...trpc.situation.before.queryOptions(
      begins !== null && mode === "sum" ? { ...filter, before: begins } : skipToken,
    ),
    ...kept,
  });
  const earlier = begins === null || mode === "day" ? NOTHING_BEFORE : before.data;
  const stretch = useMemo(() => (held && earlier ? stretchReady(held, earlier) : null), [held, earlier]);
  useAhead({ filter, held, named: at !== undefined, stretch: mode === "sum" ? stretch : null });
  return {
    period: data?.period ?? null,
    stretch,
    /** They cannot be had, or there are none: nobody waits for them. */
    absent: (isError && !held) || (before.isError && !earlier) || held?.period === null,
    want: () => setWanted(true),
  };
}

type Ahead = { filter: TotalFilter; held: Days | undefined; named: boolean; stretch: Stretch | null };

/** Puts what comes next where it is found: the next days, and what these and all before them add up to. */
function useAhead({ filter, held, named, stretch }: Ahead): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  useEffect(() => {
    if (!held?.stretch) return;
    const of = (first: LocalDate) => trpc.situation.days.queryOptions({ ...filter, at: first });
    const next = addDays(held.stretch.to, 1);
    // The first days are asked for before anybody knows their name: under it they are found again.
    if (!named) client.setQueryData(of(stretchOf(held.stretch.from)).queryKey, held);
    else if (next <= held.period.to)
      // What fails here is asked for again once it is needed, and says so then.
      client.query({ ...of(next), staleTime: MINUTE, gcTime: MINUTE }).catch(() => undefined);
  }, [trpc, client, filter, held, named]);
  useEffect(() => {
    if (!stretch) return;
    const { queryKey } = trpc.situation.before.queryOptions({ ...filter, before: addDays(stretch.to, 1) });
    client.setQueryData(queryKey, beforeNext(stretch));
  }, [trpc, client, filter, stretch]);
}
