"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Known } from "#components/form/known.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { LocalDate } from "#lib/period.ts";
import type { PlayMode } from "../rules.ts";
import type { SituationSearch, TotalFilter } from "../schema.ts";
import { PlacesTables } from "./places-tables.tsx";
import { corridorsOn, type Corridors } from "./prepare-corridors.ts";
import { choosePlaces, mainUnit, mostChecks, type Places } from "./prepare-places.ts";
import { placesOn } from "./prepare-play.ts";
import { SituationFigures } from "./situation-figures.tsx";
import { SituationHead } from "./situation-head.tsx";
import { SituationMap } from "./situation-map.tsx";
import { SituationTimeline } from "./situation-timeline.tsx";
import styles from "./situation.module.css";
import { usePlayback, type Playback } from "./use-playback.ts";
import { useSituationAddress } from "./use-situation-address.ts";
import { useSituationData, type SituationData } from "./use-situation-data.ts";

/** The operations room: the map, the days under it, figures, and a table that says the same. One choice, held by the address. */
export function SituationBoard() {
  const { asked, change } = useSituationAddress();
  const { places, timeline, access, corridors } = useSituationData(asked);
  const playback = usePlayback(asked, change);
  useKeys(playback);
  const { shown, day, mode, filter, lines, unit, most } = useShown({ asked, playback, places, corridors });
  const period = usePeriodWords(filter, day, mode);
  const locale = useLocale();
  const { country } = asked.filter;
  return (
    <div className={styles.room} data-view={asked.view}>
      <SituationHead asked={asked} change={change} period={period} />
      {shown && <SituationFigures places={shown} unit={unit} />}
      <div className={styles.main}>
        <Known query={places} waiting={<SkeletonBox height={320} />}>
          {(all) =>
            !shown ? (
              <SkeletonBox height={320} />
            ) : asked.view === "map" ? (
              <SituationMap
                asked={asked}
                change={change}
                places={shown}
                all={all}
                access={access}
                corridors={lines}
                drawn={{ unit, most, day, mode }}
                words={{ period, country: country === undefined ? null : countryName(country, locale) }}
              />
            ) : (
              <PlacesTables
                places={shown}
                all={all}
                access={access}
                corridors={lines}
                day={day}
                period={period}
                asked={asked}
                change={change}
              />
            )
          }
        </Known>
      </div>
      {timeline && (
        <SituationTimeline
          timeline={timeline}
          filter={asked.filter}
          period={period}
          playback={playback}
          change={change}
        />
      )}
    </div>
  );
}

type Read = {
  asked: SituationSearch;
  playback: Playback;
  places: SituationData["places"];
  corridors: Corridors | undefined;
};
type Seen = { places: Places; day: LocalDate | null; mode: PlayMode; filter: TotalFilter };

/** What is known as of the day under the head; while its days are under way what was seen before stays, with the words of its own day. */
function useSeen({ asked: { filter }, playback, places }: Read): Seen | null {
  const { day, mode, stretch, absent } = playback;
  const { data, isPlaceholderData } = places;
  const next = useMemo((): Seen | null => {
    if (!data || isPlaceholderData) return null;
    if (day !== null && stretch) return { places: placesOn(data, stretch, { day, mode }), day, mode, filter };
    return day === null || absent ? { places: data, day: null, mode, filter } : null;
  }, [data, isPlaceholderData, filter, day, mode, stretch, absent]);
  const [seen, setSeen] = useState(next);
  if (next && next !== seen) setSeen(next);
  // What the reader lost the right to is gone from the query, and must not be kept here.
  return data ? (next ?? seen) : null;
}

/** What is seen of all that is known, and of the border points that are selected. */
function useShown(read: Read) {
  const { asked, places, corridors } = read;
  const all = places.data?.points;
  const unit = useMemo(() => mainUnit(all ?? []), [all]);
  const most = useMemo(() => mostChecks(all ?? [], unit), [all, unit]);
  const seen = useSeen(read);
  const { day, mode, filter } = seen ?? { day: null, mode: asked.mode, filter: asked.filter };
  const shown = useMemo(() => seen && choosePlaces(seen.places, asked.points), [seen, asked.points]);
  const lines = useMemo(
    () => (corridors && shown ? corridorsOn(corridors, { points: shown.points, day, mode }) : undefined),
    [corridors, shown, day, mode],
  );
  return { shown, day, mode, filter, lines, unit, most };
}

/** Space, arrows, Home, End, plus and minus play wherever nothing else has the keyboard. */
function useKeys({ onKey, want }: Playback): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.activeElement !== document.body || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" || event.key === "Tab") return;
      want();
      onKey(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  });
}

function usePeriodWords({ from, to }: TotalFilter, head: LocalDate | null, mode: PlayMode): string {
  const t = useTranslations("situation.period");
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const until = head ?? to;
  if (head && (mode === "day" || from === head)) return t("day", { day: day(head) });
  if (from && until)
    return from === until ? t("day", { day: day(from) }) : t("both", { from: day(from), to: day(until) });
  if (from) return t("from", { from: day(from) });
  return until ? t("to", { to: day(until) }) : t("all");
}
