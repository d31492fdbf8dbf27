import { useMemo, useState } from "react";
import type { Basemap } from "#lib/basemap.ts";
import { DiscLayer } from "./disc-layer.tsx";
import { GroundLayers } from "./ground-layers.tsx";
import { Lasso } from "./lasso.tsx";
import { LassoButton, ZoomButtons } from "./map-controls.tsx";
import type { MapArea, MapCorridor, MapProps } from "./map-types.ts";
import { PickLayer } from "./pick-layer.tsx";
import { PictureButton } from "./picture-button.tsx";
import { PointLayer } from "./point-layer.tsx";
import { clustersOf } from "./prepare-clusters.ts";
import type { Palette } from "./use-palette.ts";

const NO_AREAS: readonly MapArea[] = [];
const NO_CORRIDORS: readonly MapCorridor[] = [];

type Props = MapProps & {
  palette: Palette;
  basemap: Basemap | null;
  nearness: { close: boolean; grid: number };
  onShowAll: () => void;
};

/** Everything that is laid on the map: ground, discs, points, and what the reader does with them. */
export function MapParts({ palette, basemap, nearness: { close, grid }, onShowAll, ...props }: Props) {
  const [drawing, setDrawing] = useState(false);
  const { points, discs, areas = NO_AREAS, corridors = NO_CORRIDORS, describeMany, onLasso } = props;
  const shown = useMemo(
    () => (describeMany ? clustersOf(points, grid) : points.map((point) => ({ ...point, cell: 0 }))),
    [points, describeMany, grid],
  );
  return (
    <>
      {basemap && <GroundLayers basemap={basemap} palette={palette} areas={areas} corridors={corridors} />}
      {basemap && discs && <DiscLayer discs={discs} shown={shown} palette={palette} />}
      <PointLayer
        points={shown}
        discs={discs !== undefined}
        describeMany={describeMany}
        areas={areas}
        selected={props.selected ?? null}
        close={close}
        onSelect={props.onSelect}
      />
      {props.onPick && <PickLayer onPick={props.onPick} />}
      {drawing && onLasso && <Lasso points={points} onLasso={onLasso} onDone={() => setDrawing(false)} />}
      <ZoomButtons onShowAll={onShowAll}>
        {onLasso && <LassoButton on={drawing} onSwitch={setDrawing} />}
        {props.picture && <PictureButton props={props} picture={props.picture} shown={shown} />}
      </ZoomButtons>
    </>
  );
}
