import type { StyleSpecification, TransformConstrainFunction } from "maplibre-gl";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import type { MapRef, ViewStateChangeEvent } from "react-map-gl/maplibre";
import { useEngine } from "./engine.ts";
import { MapParts } from "./map-parts.tsx";
import type { MapProps } from "./map-types.ts";
import styles from "./map.module.css";
import { useBasemap } from "./use-basemap.ts";
import type { Palette } from "./use-palette.ts";
import { useView } from "./use-view.ts";

const CLOSE = 3.2;
const [FARTHEST, CLOSEST] = [-1, 9];

/** A wide and low map may show sea beside the world: without this MapLibre would zoom in until the world fills it. */
const constrain: TransformConstrainFunction = (center, zoom) => ({
  center,
  zoom: Math.min(CLOSEST, Math.max(FARTHEST, zoom)),
});

function styleOf(palette: Palette): StyleSpecification {
  const sea = { id: "sea", type: "background" as const, paint: { "background-color": palette["map-sea"] } };
  return { version: 8, sources: {}, layers: [sea] };
}

/** Mapbox's own ground where its token is set; else a sea on which ours is laid. */
function useGround(palette: Palette, token: string | null) {
  return useMemo(() => {
    if (token === null) return { mapStyle: styleOf(palette) };
    const dark = document.documentElement.dataset.mantineColorScheme === "dark";
    return {
      mapStyle: `mapbox://styles/mapbox/${dark ? "dark" : "light"}-v11`,
      mapboxAccessToken: token,
      projection: "mercator" as never,
      preserveDrawingBuffer: true,
    };
  }, [palette, token]);
}

/** What the map holds of the tiles, read back through its own interface: for tests, which compare it with the database. */
function writeContents(map: MapRef | null, url: string | undefined): void {
  const section = map?.getContainer().closest("section");
  if (!map || !section || url === undefined || !map.getSource("results")) return;
  const held = map.querySourceFeatures("results", { sourceLayer: "results" });
  section.dataset.mapContents = JSON.stringify(held.map(({ id, properties }) => ({ id, ...properties })));
  section.dataset.mapAsked = url;
}

/** How near the reader is, in steps: a zoom between two of them draws nothing anew. */
function useNearness(zoom: number) {
  const [close, setClose] = useState(zoom >= CLOSE);
  const [grid, setGrid] = useState(Math.max(0, Math.floor(zoom)));
  const follow = (now: number) => {
    setClose(now >= CLOSE);
    setGrid(Math.max(0, Math.floor(now)));
  };
  return { close, grid, follow };
}

type Props = MapProps & {
  palette: Palette;
  token: string | null;
  onReady: () => void;
  onFailure: () => void;
};

/** Ground and points in WebGL and HTML, filling the parent. */
export function Canvas({ palette, token, onReady, onFailure, ...props }: Props) {
  const t = useTranslations("map");
  const { Map: GlMap } = useEngine();
  const map = useRef<MapRef>(null);
  const { close, grid, follow } = useNearness(props.view?.zoom ?? 0);
  const { basemap, coarse, failed } = useBasemap(close);
  // Measured on the coarse world only: the fine one arriving must not throw the reader back to the first view.
  const { showAll, start, left } = useView(map, props, coarse);
  const ground = useGround(palette, token);
  const { discs, onView, onCountry } = props;
  if (failed) return <p className={styles.sentence}>{t("noBasemap")}</p>;
  const moved = ({ viewState, originalEvent }: ViewStateChangeEvent & { originalEvent?: unknown }) => {
    follow(viewState.zoom);
    if (originalEvent) onView?.({ lon: viewState.longitude, lat: viewState.latitude, zoom: viewState.zoom });
  };
  const idle = () => {
    if (!basemap) return;
    writeContents(map.current, discs?.url);
    onReady();
  };
  return (
    <div className={styles.canvas}>
      <GlMap
        ref={map}
        initialViewState={start}
        {...ground}
        locale={{ "Map.Title": `${props.label}. ${t("keys")}` }}
        minZoom={FARTHEST}
        maxZoom={CLOSEST}
        transformConstrain={constrain}
        renderWorldCopies={false}
        dragRotate={false}
        pitchWithRotate={false}
        touchPitch={false}
        scrollZoom={props.wheel ?? false}
        attributionControl={token === null ? false : undefined}
        canvasContextAttributes={{ preserveDrawingBuffer: true }}
        interactiveLayerIds={onCountry ? ["areas"] : []}
        onClick={({ features }) => {
          const code: unknown = features?.[0]?.properties.code;
          if (typeof code === "string") onCountry?.(code);
        }}
        onLoad={() => (left ? follow(map.current?.getZoom() ?? 0) : showAll())}
        onZoom={({ viewState }) => follow(viewState.zoom)}
        onMoveEnd={moved}
        onIdle={idle}
        onError={() => map.current ?? onFailure()}
      >
        <MapParts
          {...props}
          palette={palette}
          basemap={basemap}
          nearness={{ close, grid }}
          onShowAll={showAll}
        />
      </GlMap>
    </div>
  );
}
