import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import type { MapLayer } from "#components/map/map-types.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { LAYERS, type Layer } from "../rules.ts";
import { usePlaceWords } from "./measure-words.ts";
import { isLive, type AccessNow } from "./prepare-access.ts";
import { COUNTED, countOnMap, drawnHatched, isOfPeople, isZero, type Places } from "./prepare-places.ts";
import { useCountWords } from "./situation-figures.tsx";

const TONES = {
  operations: "accent",
  points: "access",
  checks: "checks",
  matches: "matches",
  confirmed: "confirmed",
  arrests: "arrests",
  presumed: "victims",
  identified: "victims",
  access: "access",
  corridors: "confirmed",
} as const satisfies Record<Layer, MapLayer["tone"]>;

const LOOKS = {
  operations: "area",
  points: "dot",
  checks: "disc",
  matches: "ring",
  confirmed: "ring",
  arrests: "square",
  presumed: "open",
  identified: "diamond",
  access: "dot",
  corridors: "line",
} as const satisfies Record<Layer, MapLayer["look"]>;

type Held = {
  layers: readonly Layer[];
  unit: string | null;
  held: Map<string, AccessNow[]> | null;
  corridors?: number;
};

/** The layers this reader may see, each with its word and its count. */
export function useLayerSwitches(places: Places, { layers, unit, held, corridors }: Held): MapLayer[] {
  const t = useTranslations("situation.layer");
  const words = usePlaceWords();
  const format = useFormatter();
  const said = useCountWords();
  const can = useCan();
  const number = (n: number) => format.number(n, "count");
  const sum = (layer: keyof typeof COUNTED) => {
    const count = countOnMap(
      [...places.points, ...places.countries],
      COUNTED[layer],
      layer === "checks" ? unit : null,
    );
    return count.points > 0 ? said(count) : isZero(places, layer) ? number(0) : "—";
  };
  const live = [...(held?.values() ?? [])].filter(isLive).length;
  const counts: Partial<Record<Layer, string>> = {
    operations: number(places.operations.length),
    points: number(places.points.length),
    ...(held ? { access: t("live", { live, all: held.size }) } : {}),
    ...(corridors === undefined ? {} : { corridors: number(corridors) }),
  };
  const may = (layer: Layer) => {
    if (layer === "access") return can("access:read");
    if (layer === "corridors") return can("corridor:read");
    return places.people !== "none" || !isOfPeople(layer);
  };
  return LAYERS.filter(may).map((id) => {
    const count = id in COUNTED ? sum(id as keyof typeof COUNTED) : counts[id];
    return {
      id,
      label: id === "checks" && unit !== null ? t("checksIn", { unit: words("checks", unit) }) : t(id),
      tone: TONES[id],
      look: LOOKS[id],
      shown: layers.includes(id),
      ...(count === undefined ? {} : { count }),
      ...(id === "checks" && places.points.some((place) => drawnHatched(place, unit))
        ? { hatched: t("hatched") }
        : {}),
    };
  });
}
