import type { StyleSpecification, TransformConstrainFunction } from "maplibre-gl";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { Map as GlMap } from "react-map-gl/maplibre";
import type { MapRef } from "react-map-gl/maplibre";
import type { Basemap } from "#lib/basemap.ts";
import type { LonLat } from "#lib/geo.ts";
import { GroundLayers } from "./ground-layers.tsx";
import { ZoomButtons } from "./map-controls.tsx";
import type { MapArea, MapCorridor, MapProps } from "./map-types.ts";
import styles from "./map.module.css";
import { PickLayer } from "./pick-layer.tsx";
import { PointLayer } from "./point-layer.tsx";
import { boundsOf, cornersOf, WORLD } from "./prepare-view.ts";
import type { Bounds } from "./prepare-view.ts";
import { useBasemap } from "./use-basemap.ts";
import type { Palette } from "./use-palette.ts";

const CLOSE = 3.2;
const [FARTHEST, CLOSEST] = [-1, 9];
const NO_AREAS: readonly MapArea[] = [];
const NO_CORRIDORS: readonly MapCorridor[] = [];
const ROOM = { padding: 24, maxZoom: 6, duration: 0 };

/** A wide and low map may show sea beside the world: without this MapLibre would zoom in until the world fills it. */
const constrain: TransformConstrainFunction = (center, zoom) => ({
  center,
  zoom: Math.min(CLOSEST, Math.max(FARTHEST, zoom)),
});

function styleOf(palette: Palette): StyleSpecification {
  const sea = { id: "sea", type: "background" as const, paint: { "background-color": palette["map-sea"] } };
  return { version: 8, sources: {}, layers: [sea] };
}

/** What should be in view, and a way back to it. Changed places are brought into view; changed figures are not. */
function useView(map: RefObject<MapRef | null>, props: MapProps, basemap: Basemap | null) {
  const { points, areas = NO_AREAS, fit = "points" } = props;
  const bounds = useMemo((): Bounds => {
    if (fit === "world") return WORLD;
    return boundsOf([
      ...points.map(({ lon, lat }): LonLat => [lon, lat]),
      ...cornersOf(basemap?.land, areas),
    ]);
  }, [fit, points, areas, basemap]);
  const shown = useRef("");
  useEffect(() => {
    if (shown.current === String(bounds)) return;
    shown.current = String(bounds);
    map.current?.fitBounds(bounds, ROOM);
  }, [map, bounds]);
  return bounds;
}

type Props = MapProps & { palette: Palette; onReady: () => void; onFailure: () => void };

/** Ground and points in WebGL and HTML, filling the parent. */
export function Canvas({ palette, onReady, onFailure, ...props }: Props) {
  const t = useTranslations("map");
  const map = useRef<MapRef>(null);
  const [close, setClose] = useState(false);
  const { basemap, coarse, failed } = useBasemap(close);
  // Measured on the coarse world only: the fine one arriving must not throw the reader back to the first view.
  const bounds = useView(map, props, coarse);
  const showAll = () => map.current?.fitBounds(bounds, ROOM);
  const mapStyle = useMemo(() => styleOf(palette), [palette]);
  const title = `${props.label}. ${t("keys")}`;
  if (failed) return <p className={styles.sentence}>{t("noBasemap")}</p>;
  return (
    <div className={styles.canvas}>
      <GlMap
        ref={map}
        initialViewState={{ bounds, fitBoundsOptions: ROOM }}
        mapStyle={mapStyle}
        locale={{ "Map.Title": title }}
        minZoom={FARTHEST}
        maxZoom={CLOSEST}
        transformConstrain={constrain}
        renderWorldCopies={false}
        dragRotate={false}
        pitchWithRotate={false}
        touchPitch={false}
        scrollZoom={props.wheel ?? false}
        attributionControl={false}
        canvasContextAttributes={{ preserveDrawingBuffer: true }}
        onLoad={showAll}
        onZoom={({ viewState }) => setClose(viewState.zoom >= CLOSE)}
        onIdle={() => basemap && onReady()}
        onError={() => map.current ?? onFailure()}
      >
        {basemap && (
          <GroundLayers
            basemap={basemap}
            palette={palette}
            areas={props.areas ?? NO_AREAS}
            corridors={props.corridors ?? NO_CORRIDORS}
          />
        )}
        <PointLayer
          points={props.points}
          areas={props.areas ?? NO_AREAS}
          selected={props.selected ?? null}
          close={close}
          onSelect={props.onSelect}
        />
        {props.onPick && <PickLayer onPick={props.onPick} />}
        <ZoomButtons onShowAll={showAll} />
      </GlMap>
    </div>
  );
}
