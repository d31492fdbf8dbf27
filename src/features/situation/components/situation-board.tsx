"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
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
import { placesOn, type Days } from "./prepare-play.ts";
import { SituationFigures } from "./situation-figures.tsx";
import { SituationHead } from "./situation-head.tsx";
import { SituationMap } from "./situation-map.tsx";
import { SituationTimeline } from "./situation-timeline.tsx";
import styles from "./situation.module.css";
import { usePlayback, type Playback } from "./use-playback.ts";
import { useSituationAddress } from "./use-situation-address.ts";
import { useSituationData } from "./use-situation-data.ts";

/** The operations room: the map, the days under it, figures, and a table that says the same. One choice, held by the address. */
export function SituationBoard() {
  const { asked, change } = useSituationAddress();
  const { places, timeline, days, access, corridors, wantDays } = useSituationData(asked);
  const playback = usePlayback(asked, days, change);
  useKeys(playback, wantDays);
  const { day } = playback;
  const { shown, lines, unit, most } = useShown({ asked, playback, places: places.data, days, corridors });
  const period = usePeriodWords(asked.filter, day, playback.mode);
  const locale = useLocale();
  const { country } = asked.filter;
  return (
    <div className={styles.room} data-view={asked.view}>
      <SituationHead asked={asked} change={change} period={period} />
      {shown && <SituationFigures places={shown} unit={unit} />}
      <div className={styles.main}>
        <Known query={places} waiting={<SkeletonBox height={320} />}>
          {(all) =>
            shown &&
            (asked.view === "map" ? (
              <SituationMap
                asked={asked}
                change={change}
                places={shown}
                all={all}
                access={access}
                corridors={lines}
                drawn={{ unit, most, day }}
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
            ))
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
          onWanted={wantDays}
        />
      )}
    </div>
  );
}

type Read = {
  asked: SituationSearch;
  playback: Playback;
  places: Places | undefined;
  days: Days | undefined;
  corridors: Corridors | undefined;
};

/** What is seen of all that is known: as of the day under the head, and of the border points that are selected. */
function useShown({ asked, playback: { day, mode }, places, days, corridors }: Read) {
  const unit = useMemo(() => mainUnit(places?.points ?? []), [places]);
  const most = useMemo(() => mostChecks(places?.points ?? [], unit), [places, unit]);
  const shown = useMemo(() => {
    if (!places) return null;
    const dated = day && days ? placesOn(places, days, { day, mode }) : places;
    return choosePlaces(dated, asked.points);
  }, [places, days, day, mode, asked.points]);
  const lines = useMemo(
    () => (corridors && shown ? corridorsOn(corridors, { points: shown.points, day, mode }) : undefined),
    [corridors, shown, day, mode],
  );
  return { shown, lines, unit, most };
}

/** Space, arrows, Home, End, plus and minus play wherever nothing else has the keyboard. */
function useKeys(playback: Playback, onWanted: () => void): void {
  const { onKey } = playback;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.activeElement !== document.body || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" || event.key === "Tab") return;
      onWanted();
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
