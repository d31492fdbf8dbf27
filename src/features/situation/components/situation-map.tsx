"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { OperationsMap } from "#components/map/map.tsx";
import type { MapDiscs } from "#components/map/map-types.ts";
import type { LonLat } from "#lib/geo.ts";
import type { LocalDate } from "#lib/period.ts";
import { LAYERS, switchLayer, writeLayers, writeView, type PlayMode } from "../rules.ts";
import type { SituationSearch } from "../schema.ts";
import { CorridorNote } from "./corridor-note.tsx";
import { PointCard } from "./point-card.tsx";
import { accessOf, accessOn, isLive, type Access } from "./prepare-access.ts";
import { mapCorridors, type CorridorNow } from "./prepare-corridors.ts";
import { mapAreas, mapPoints, type Places } from "./prepare-places.ts";
import { tileAddress } from "./prepare-tiles.ts";
import styles from "./situation.module.css";
import { useCountryPlaces } from "#components/map/use-country-places.ts";
import { useDescription } from "./use-description.ts";
import { useLayerSwitches } from "./use-layer-switches.ts";
import { useManyWords } from "./use-many-words.ts";
import { usePicture } from "./use-picture.ts";
import type { ChangeAddress } from "./use-situation-address.ts";

export type Drawn = { unit: string | null; most: number; day: LocalDate | null; mode: PlayMode };
type Props = {
  asked: SituationSearch;
  change: ChangeAddress;
  /** As of the day under the head and of the points that are selected. */
  places: Places;
  /** The whole choice, whatever the day. */
  all: Places;
  access: Access | undefined;
  corridors: readonly CorridorNow[] | undefined;
  drawn: Drawn;
  words: { period: string; country: string | null };
};

/** The map with its layers, and the card of the point that is chosen. */
export function SituationMap(props: Props) {
  const { asked, change, places, access, drawn, words, corridors } = props;
  const t = useTranslations("situation");
  const { layers, point } = asked;
  const day = drawn.day ?? asked.filter.to ?? null;
  const held = useMemo(() => (access ? accessOn(access, day) : null), [access, day]);
  const map = useDrawn(props, held);
  const selected = asked.points && held ? accessOf(held, places) : held;
  const switches = useLayerSwitches(places, {
    layers,
    unit: drawn.unit,
    held: selected,
    ...(corridors ? { corridors: corridors.length } : {}),
  });
  const describeMany = useManyWords(places.points, drawn.unit);
  const picture = usePicture(places, { ...asked, day: drawn.day, mode: drawn.mode }, words);
  const chosen = places.points.find(({ id }) => id === point);
  const toggle = (id: string, on: boolean) =>
    change({
      layers: writeLayers(switchLayer(layers, LAYERS.find((layer) => layer === id) ?? "points", on)),
    });
  const select = (ids: readonly string[]) => {
    const named = places.points.filter(({ id }) => ids.includes(id)).map(({ code }) => code);
    change({ points: named.join("."), point: null });
  };
  return (
    <div className={styles.map}>
      <OperationsMap
        label={t("mapLabel", { period: words.period })}
        {...map}
        layers={switches}
        onLayer={toggle}
        selected={point}
        onSelect={(id) => change({ point: id })}
        describeMany={describeMany}
        view={asked.at}
        onView={(view) => change({ at: view && writeView(view) })}
        onLasso={select}
        onCountry={(country) =>
          change({ country: asked.filter.country === country ? null : country, at: null })
        }
        picture={picture}
        height="fill"
        wheel
      />
      {layers.includes("corridors") && corridors && <CorridorNote corridors={corridors} />}
      {chosen && (
        <PointCard
          place={chosen}
          places={places}
          access={held?.get(chosen.id)}
          period={words.period}
          onOnly={asked.points === null ? () => select([chosen.id]) : undefined}
          onClose={() => change({ point: null })}
        />
      )}
    </div>
  );
}

/** What is drawn: points, filled countries, corridors, and the tiles the discs come from. */
function useDrawn({ asked, places, all, corridors, drawn }: Props, held: ReturnType<typeof accessOn> | null) {
  const { layers, filter, points: selected } = asked;
  const { unit, most, day } = drawn;
  const describe = useDescription(layers, held);
  const points = useMemo(() => {
    const live = ({ id }: { id: string }) => {
      const now = held?.get(id);
      return now && isLive(now);
    };
    return mapPoints(places.points, { layers, unit, most, describe, live });
  }, [places, layers, unit, most, describe, held]);
  const areas = useMemo(() => mapAreas(places.countries, layers), [places, layers]);
  const extent = useMemo(
    () => all.points.flatMap(({ place }): LonLat[] => (place ? [[place.lon, place.lat]] : [])),
    [all.points],
  );
  const standing = useCountryPlaces(layers.includes("corridors"));
  const lines = useMemo(() => mapCorridors(corridors ?? [], standing), [corridors, standing]);
  const url = useMemo(
    () => tileAddress({ filter, points: selected, seen: all.points }),
    [filter, selected, all.points],
  );
  const discs = useMemo(
    (): MapDiscs | undefined =>
      layers.includes("checks")
        ? // Where nothing is checked there are still border points, and the tiles that say so.
          { url, what: `checks:${unit ?? "documents"}`, tone: "checks", most, played: day !== null }
        : undefined,
    [url, unit, layers, most, day],
  );
  return { points, areas, extent, corridors: lines, ...(discs ? { discs } : {}) };
}
