import type { ExpressionSpecification } from "maplibre-gl";
import { useEffect } from "react";
import { useEngine, useMapRef } from "./engine.ts";
import type { MapDiscs } from "./map-types.ts";
import type { ShownPoint } from "./prepare-clusters.ts";
import { LARGEST_HALO } from "./prepare-view.ts";
import type { Palette } from "./use-palette.ts";

type Props = { discs: MapDiscs; shown: readonly ShownPoint[]; palette: Palette };

const SOURCE = { source: "results", sourceLayer: "results" };

/** Share of the largest point: of the day while the days are played, else as the tile has it. */
function shareOf({ what, most }: MapDiscs): ExpressionSpecification {
  const counted: ExpressionSpecification = [
    "+",
    ["coalesce", ["get", what], 0],
    ["coalesce", ["get", `${what}:preliminary`], 0],
  ];
  return ["coalesce", ["feature-state", "share"], ["/", counted, Math.max(1, most)]];
}

/** Discs by number of checks, from vector tiles; how many there are in all is nothing to them. */
export function DiscLayer({ discs, shown, palette }: Props) {
  const { Source, Layer } = useEngine();
  const map = useMapRef();
  const { url, tone, played } = discs;
  useEffect(() => {
    const gl = map?.getMap();
    if (!gl || !played) return;
    const write = () => {
      if (!gl.getSource("results")) return;
      gl.removeFeatureState(SOURCE);
      // Cells without anything on this day are not among the shown: their tile would still say the whole period.
      for (const { id } of gl.querySourceFeatures("results", { sourceLayer: "results" }))
        if (id !== undefined) gl.setFeatureState({ ...SOURCE, id }, { share: 0 });
      for (const { cell, halo } of shown)
        gl.setFeatureState({ ...SOURCE, id: cell }, { share: halo?.size ?? 0 });
    };
    write();
    gl.on("sourcedata", write);
    return () => {
      gl.off("sourcedata", write);
    };
  }, [map, shown, played, url]);
  useEffect(() => {
    const gl = map?.getMap();
    if (gl && !played && gl.getSource("results")) gl.removeFeatureState(SOURCE);
  }, [map, played]);
  const share = shareOf(discs);
  return (
    // Another choice is another source: tiles of the last one that are still under way must not be taken for its own.
    <Source
      key={url}
      id="results"
      type="vector"
      tiles={[`${window.location.origin}${url}`]}
      minzoom={0}
      maxzoom={7}
    >
      <Layer
        id="results"
        type="circle"
        source-layer="results"
        paint={{
          "circle-color": palette[tone],
          "circle-opacity": 0.28,
          "circle-stroke-color": palette[tone],
          "circle-stroke-opacity": ["case", [">", share, 0], 0.55, 0],
          "circle-stroke-width": 1,
          "circle-radius": [
            "case",
            [">", share, 0],
            ["+", 7, ["*", 21, ["sqrt", ["min", LARGEST_HALO, share]]]],
            0,
          ],
        }}
      />
    </Source>
  );
}
