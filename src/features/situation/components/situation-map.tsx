"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useAtOnce } from "#components/form/use-at-once.ts";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { OperationsMap } from "#components/map/map.tsx";
import type { MapLayer } from "#components/map/map-types.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { LAYERS, type Layer } from "../schema.ts";
import { usePlaceWords } from "./measure-words.ts";
import { PointCard } from "./point-card.tsx";
import { countOnMap, mainUnit, mapAreas, mapPoints, type Place, type Places } from "./prepare-places.ts";
import styles from "./situation.module.css";

type Props = {
  places: Places;
  layers: Layer[];
  period: string;
  point: string | null;
  onPoint: (id: string | null) => void;
};

const TONES = { operations: "accent", points: "access", checks: "checks", matches: "matches" } as const;

/** The map with its layers, and the card of the point that is chosen. */
export function SituationMap(props: Props) {
  const { places, period } = props;
  const t = useTranslations("situation");
  const { set } = useUrlFilter();
  const [layers, tick] = useAtOnce(props.layers, props.layers.join("."));
  const [point, open] = useAtOnce(props.point, props.point ?? "");
  const describe = useDescription();
  const unit = mainUnit(places.points);
  const switches = useLayerSwitches(places, layers, unit);
  const points = useMemo(
    () => mapPoints(places.points, { layers, unit, describe }),
    [places, layers, unit, describe],
  );
  const areas = useMemo(() => mapAreas(places.countries, layers), [places, layers]);
  const chosen = places.points.find(({ id }) => id === point);
  const toggle = (id: string, shown: boolean) => {
    const next = LAYERS.filter((layer) => (layer === id ? shown : layers.includes(layer)));
    tick(next);
    set({ layers: next.length === LAYERS.length ? null : next.length === 0 ? "none" : next.join(".") });
  };
  const choose = (id: string | null) => {
    open(id);
    props.onPoint(id);
  };
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
      {chosen && <PointCard place={chosen} places={places} period={period} onClose={() => choose(null)} />}
    </div>
  );
}

function useLayerSwitches(places: Places, layers: readonly Layer[], unit: string | null): MapLayer[] {
  const t = useTranslations("situation.layer");
  const words = usePlaceWords();
  const format = useFormatter();
  const number = (n: number) => format.number(n, "count");
  const sum = (measure: string, of: string | null) => {
    const { validated, preliminary, points, hidden } = countOnMap(places.points, measure, of);
    if (points === 0) return "—";
    // Small counts are hidden from this reader: what is left is a part, never the total.
    if (hidden > 0) return `\u2066≥ ${number(validated)}\u2069`;
    // Isolated left to right: the plus belongs before the second number in every language.
    return preliminary > 0 ? `\u2066${number(validated)} +${number(preliminary)}\u2069` : number(validated);
  };
  const counts: Record<Layer, string> = {
    operations: number(places.operations.length),
    points: number(places.points.length),
    checks: unit === null ? "—" : sum("checks", unit),
    matches: sum("matches", null),
  };
  return LAYERS.map((id) => ({
    id,
    label: id === "checks" && unit !== null ? t("checksIn", { unit: words("checks", unit) }) : t(id),
    tone: TONES[id],
    shown: layers.includes(id),
    count: counts[id],
  }));
}

/** What is heard of a point: name, country and its figures in words. */
function useDescription() {
  const t = useTranslations("situation.point");
  const locale = useLocale();
  const format = useFormatter();
  const words = usePlaceWords();
  return useMemo(
    () => (place: Place) => {
      const figures = place.totals.map(({ measure, unit, validated, preliminary }) => {
        const shown =
          validated.form === "count"
            ? format.number(validated.value, "count")
            : validated.form === "under"
              ? "<5"
              : "—";
        const more = preliminary ? ` (+${format.number(preliminary, "count")} ${t("preliminary")})` : "";
        return `${words(measure, unit)} ${shown}${more}`;
      });
      return [
        place.name,
        countryName(place.countryCode, locale),
        ...(figures.length > 0 ? figures : [t("none")]),
      ].join(", ");
    },
    [t, locale, format, words],
  );
}
