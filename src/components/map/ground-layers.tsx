import type { ExpressionSpecification } from "maplibre-gl";
import { memo, useMemo } from "react";
import type { Basemap } from "#lib/basemap.ts";
import { useEngine } from "./engine.ts";
import type { MapArea, MapCorridor } from "./map-types.ts";
import { areaColours, borderLines, corridorLines, smallCountries } from "./prepare-ground.ts";
import type { Palette } from "./use-palette.ts";

type Ground = { basemap: Basemap; palette: Palette };
type WithAreas = Ground & { areas: readonly MapArea[] };

type GroundProps = WithAreas & { corridors: readonly MapCorridor[] };

/** Land, borders and corridors. Labels are not here: the page writes them, so that every script is set right. */
export const GroundLayers = memo(function GroundLayers({ corridors, ...ground }: GroundProps) {
  // Mapbox brings a ground of its own; ours would hide it.
  const own = useEngine().name === "maplibre";
  return (
    <>
      <Land {...ground} own={own} />
      {own && <Borders {...ground} />}
      {own && <SmallCountries {...ground} />}
      <Corridors palette={ground.palette} corridors={corridors} />
    </>
  );
});

function Land({ basemap, palette, areas, own }: WithAreas & { own: boolean }) {
  const { Source, Layer } = useEngine();
  return (
    <Source id="land" type="geojson" data={basemap.land}>
      {own && <Layer id="land" type="fill" paint={{ "fill-color": palette["map-land"] }} />}
      {own && (
        <Layer
          id="disputed"
          type="fill"
          filter={["==", ["get", "disputed"], true]}
          paint={{ "fill-color": palette["map-disputed"] }}
        />
      )}
      <Layer
        id="areas"
        type="fill"
        filter={["in", ["get", "code"], ["literal", areas.map(({ code }) => code)]]}
        paint={{
          "fill-color": areaColours(areas, palette, palette["map-land"]) as ExpressionSpecification,
          "fill-opacity": 0.32,
        }}
      />
    </Source>
  );
}

function Borders({ basemap, palette }: Ground) {
  const { Source, Layer } = useEngine();
  const borders = useMemo(() => borderLines(basemap), [basemap]);
  const colour = palette["map-border"];
  return (
    <Source id="borders" type="geojson" data={borders}>
      <Layer
        id="borders-settled"
        type="line"
        filter={["==", ["get", "disputed"], false]}
        paint={{ "line-color": colour, "line-width": 0.7 }}
      />
      <Layer
        id="borders-disputed"
        type="line"
        filter={["==", ["get", "disputed"], true]}
        paint={{ "line-color": colour, "line-width": 1, "line-dasharray": [3, 2.5] }}
      />
    </Source>
  );
}

function SmallCountries({ basemap, palette, areas }: WithAreas) {
  const { Source, Layer } = useEngine();
  const small = useMemo(() => smallCountries(basemap), [basemap]);
  return (
    <Source id="small-countries" type="geojson" data={small}>
      <Layer
        id="small-countries"
        type="circle"
        paint={{
          "circle-radius": 1.4,
          "circle-color": areaColours(areas, palette, palette["map-land"]) as ExpressionSpecification,
          "circle-stroke-width": 0.5,
          "circle-stroke-color": palette["map-border"],
        }}
      />
    </Source>
  );
}

function Corridors({ palette, corridors }: { palette: Palette; corridors: readonly MapCorridor[] }) {
  const { Source, Layer } = useEngine();
  const lines = useMemo(() => corridorLines(corridors, palette), [corridors, palette]);
  return (
    <Source id="corridors" type="geojson" data={lines}>
      <Layer
        id="corridors"
        type="line"
        layout={{ "line-cap": "round" }}
        paint={{ "line-color": ["get", "colour"], "line-width": 1.8, "line-opacity": 0.85 }}
      />
    </Source>
  );
}
