import type { PaddingOptions } from "maplibre-gl";
import { useEffect, useMemo, useRef, type RefObject } from "react";
import type { MapRef } from "react-map-gl/maplibre";
import type { Basemap } from "#lib/basemap.ts";
import type { LonLat } from "#lib/geo.ts";
import type { MapArea, MapProps } from "./map-types.ts";
import { boundsOf, cornersOf, WORLD } from "./prepare-view.ts";
import type { Bounds } from "./prepare-view.ts";

export const ROOM = { padding: 24, maxZoom: 6, duration: 0 };
const [NARROW, CONTROLS] = [640, 44];

/** On a narrow map what must be seen also keeps clear of the buttons at its side. */
function roomOn(map: MapRef): Omit<typeof ROOM, "padding"> & { padding: PaddingOptions } {
  const aside = map.getContainer().clientWidth < NARROW ? CONTROLS : 0;
  const rtl = document.documentElement.dir === "rtl";
  const { padding } = ROOM;
  const sides = { left: padding + (rtl ? aside : 0), right: padding + (rtl ? 0 : aside) };
  return { ...ROOM, padding: { top: padding, bottom: padding, ...sides } };
}
const NO_AREAS: readonly MapArea[] = [];

/** What should be in view, and a way back to it. Changed places are brought into view; changed figures are not. */
export function useView(map: RefObject<MapRef | null>, props: MapProps, basemap: Basemap | null) {
  const { points, extent, areas = NO_AREAS, fit = "points", view, onView } = props;
  const bounds = useMemo((): Bounds => {
    if (fit === "world") return WORLD;
    const places = extent ?? points.map(({ lon, lat }): LonLat => [lon, lat]);
    return boundsOf([...places, ...cornersOf(basemap?.land, areas)]);
  }, [fit, points, extent, areas, basemap]);
  const shown = useRef("");
  const left = view !== null && view !== undefined;
  useEffect(() => {
    if (left || shown.current === String(bounds)) return;
    shown.current = String(bounds);
    map.current?.fitBounds(bounds, roomOn(map.current));
  }, [map, bounds, left]);
  const showAll = () => {
    shown.current = String(bounds);
    map.current?.fitBounds(bounds, roomOn(map.current));
    onView?.(null);
  };
  const start = left
    ? { longitude: view.lon, latitude: view.lat, zoom: view.zoom }
    : { bounds, fitBoundsOptions: ROOM };
  return { bounds, showAll, start, left };
}
