"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { OperationsMap } from "#components/map/map.tsx";
import type { LocalDate } from "#lib/period.ts";
import { LAYERS, switchLayer, writeLayers, type SituationSearch } from "../schema.ts";
import { PointCard } from "./point-card.tsx";
import { accessOn, isLive, type Access } from "./prepare-access.ts";
import { mapAreas, mapPoints, type Places } from "./prepare-places.ts";
import styles from "./situation.module.css";
import { useDescription } from "./use-description.ts";
import { useLayerSwitches } from "./use-layer-switches.ts";
import type { ChangeAddress } from "./use-situation-address.ts";

export type Drawn = { unit: string | null; most: number; day: LocalDate | null };
type Props = {
  asked: SituationSearch;
  change: ChangeAddress;
  places: Places;
  access: Access | undefined;
  drawn: Drawn;
  period: string;
};

/** The map with its layers, and the card of the point that is chosen. */
export function SituationMap({ asked, change, places, access, drawn: { unit, most, day }, period }: Props) {
  const t = useTranslations("situation");
  const { layers, point } = asked;
  const held = useMemo(
    () => (access ? accessOn(access, day ?? asked.filter.to ?? null) : null),
    [access, day, asked.filter.to],
  );
  const describe = useDescription(layers, held);
  const switches = useLayerSwitches(places, { layers, unit, held });
  const points = useMemo(() => {
    const live = ({ id }: { id: string }) => {
      const now = held?.get(id);
      return now && isLive(now);
    };
    return mapPoints(places.points, { layers, unit, most, describe, live });
  }, [places, layers, unit, most, describe, held]);
  const areas = useMemo(() => mapAreas(places.countries, layers), [places, layers]);
  const chosen = places.points.find(({ id }) => id === point);
  const toggle = (id: string, on: boolean) =>
    change({
      layers: writeLayers(switchLayer(layers, LAYERS.find((layer) => layer === id) ?? "points", on)),
    });
  const choose = (id: string | null) => change({ point: id });
  return (
    <div className={styles.map}>
      <OperationsMap
        label={t("mapLabel", { period })}
        points={points}
        areas={areas}
        layers={switches}
        onLayer={toggle}
        selected={point}
        onSelect={choose}
        height="fill"
        wheel
      />
      {chosen && (
        <PointCard
          place={chosen}
          places={places}
          access={held?.get(chosen.id)}
          period={period}
          onClose={() => choose(null)}
        />
      )}
    </div>
  );
}
