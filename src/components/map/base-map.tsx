"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Canvas } from "./canvas.tsx";
import { EngineProvider } from "./engine.ts";
import { LayerSwitches } from "./map-controls.tsx";
import type { MapProps } from "./map-types.ts";
import styles from "./map.module.css";
import { mapboxToken, useLoadedEngine } from "./use-loaded-engine.ts";
import { usePalette } from "./use-palette.ts";

/** The map draws with WebGL 2 only; a browser without it gets a sentence, and the table twin holds the same. */
function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

/** How much is drawn, for tests: nothing of the map itself is reachable from outside. */
function countsOf({ points, areas, corridors }: MapProps): string {
  return JSON.stringify({
    points: points.length,
    areas: areas?.length ?? 0,
    corridors: corridors?.length ?? 0,
  });
}

/** The map itself. Rendered in the browser only; use it through `map.tsx`. */
export function BaseMap(props: MapProps) {
  const t = useTranslations("map");
  const place = useRef<HTMLElement>(null);
  const palette = usePalette(place);
  const [token] = useState(mapboxToken);
  const engine = useLoadedEngine(token);
  const [drawable, setDrawable] = useState(canDraw);
  const [ready, setReady] = useState(false);
  return (
    <section
      ref={place}
      className={styles.map}
      aria-label={props.label}
      data-ready={ready}
      data-engine={engine?.name}
      data-map-points={countsOf(props)}
    >
      {!drawable && <p className={styles.sentence}>{t("cannotDraw")}</p>}
      {drawable && palette && engine && (
        <EngineProvider value={engine}>
          <Canvas
            {...props}
            palette={palette}
            token={token}
            onReady={() => setReady(true)}
            onFailure={() => setDrawable(false)}
          />
        </EngineProvider>
      )}
      {props.layers && <LayerSwitches layers={props.layers} onLayer={props.onLayer} />}
      <p className={styles.disclaimer}>{t("disclaimer")}</p>
    </section>
  );
}
