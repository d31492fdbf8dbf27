import { useLocale } from "next-intl";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { RefObject } from "react";
import type { MapRef } from "react-map-gl/maplibre";
import { countryName } from "#lib/country.ts";
import type { LonLat } from "#lib/geo.ts";
import { useMapRef } from "./engine.ts";
import type { MapArea } from "./map-types.ts";
import styles from "./map.module.css";
import { Badges, ClusterMark, PointHalo, PointMark } from "./point-mark.tsx";
import { cornersOf, type ShownPoint } from "./prepare-clusters.ts";
import { labelsWithRoom, marksWithRoom, mirrored, type Box } from "./prepare-view.ts";
import { useCountryPlaces } from "./use-country-places.ts";

type Props = {
  /** Near enough for the names of countries. */
  close: boolean;
  points: readonly ShownPoint[];
  /** Halos are drawn by the map itself; only what is hatched is drawn here. */
  discs: boolean;
  describeMany: ((ids: readonly string[]) => string) | undefined;
  areas: readonly MapArea[];
  selected: string | null;
  onSelect: ((id: string | null) => void) | undefined;
};

/** The important ones first: they keep their label, and the keyboard comes to them first. */
function inOrder(points: readonly ShownPoint[], selected: string | null): ShownPoint[] {
  const weight = (point: ShownPoint) => (point.id === selected ? Infinity : (point.halo?.size ?? 0));
  return points.toSorted((a, b) => weight(b) - weight(a) || a.label.localeCompare(b.label));
}

/** Moves everything that carries a place to where the map shows that place. */
function placeAll(layer: HTMLElement | null, map: MapRef | undefined): void {
  if (!layer || !map) return;
  for (const item of layer.querySelectorAll<HTMLElement>("[data-lon]")) {
    const { x, y } = map.project([Number(item.dataset.lon), Number(item.dataset.lat)]);
    item.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }
}

function boxOf(element: HTMLElement): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

const boxesOf = (elements: Iterable<HTMLElement>): Box[] => Array.from(elements, boxOf);
const controlsOf = (layer: HTMLElement) =>
  boxesOf(layer.closest("section")?.querySelectorAll<HTMLElement>("[data-map-control]") ?? []);

/** After its dot, or before it; the name of a country stands where it stands. */
function placesOf(label: HTMLElement): Box[] {
  const dot = label.parentElement?.querySelector<HTMLElement>("[data-point-dot]");
  return dot ? [boxOf(label), mirrored(boxOf(label), boxOf(dot))] : [boxOf(label)];
}

/** Hides the labels that would cover a dot, a control or a label before them, or reach beyond the map, on either side of their dot. */
function thinLabels(layer: HTMLElement | null): void {
  if (!layer) return;
  const labels = [...layer.querySelectorAll<HTMLElement>("[data-point-label]")];
  for (const label of labels) label.removeAttribute("data-before");
  const dots = boxesOf(layer.querySelectorAll<HTMLElement>("[data-point-dot]"));
  const taken = [...dots, ...controlsOf(layer)];
  const places = labelsWithRoom(labels.map(placesOf), { taken, frame: boxOf(layer) });
  for (const [index, label] of labels.entries()) {
    label.toggleAttribute("data-quiet", places[index] === null);
    label.toggleAttribute("data-before", places[index] === 1);
  }
}

/**
 * Of dots that lie too close to be told apart by a finger, the most important can be chosen; the others can once the map is
 * closer, and always in the table beside it.
 */
function thinMarks(layer: HTMLElement | null): void {
  if (!layer) return;
  const marks = [...layer.querySelectorAll<HTMLButtonElement>("button[aria-pressed]")];
  const free = marksWithRoom(marks.map(boxOf), controlsOf(layer));
  for (const [index, mark] of marks.entries()) mark.toggleAttribute("disabled", !free.has(index));
}

/** Keeps the layer in place while the map moves, without React: this runs at every frame. */
function useFollowing(layer: RefObject<HTMLElement | null>, drawn: unknown): void {
  const map = useMapRef();
  useLayoutEffect(() => {
    const place = () => placeAll(layer.current, map);
    const settle = () => {
      thinLabels(layer.current);
      thinMarks(layer.current);
    };
    place();
    settle();
    map?.on("move", place);
    map?.on("resize", place);
    map?.on("moveend", settle);
    return () => {
      map?.off("move", place);
      map?.off("resize", place);
      map?.off("moveend", settle);
    };
  }, [layer, map, drawn]);
}

/** The points as buttons of the page, laid over the canvas and moved with it. */
export function PointLayer(props: Props) {
  const { points, areas, selected, close, onSelect, discs, describeMany } = props;
  const map = useMapRef();
  const open = ({ members = [], lon, lat }: ShownPoint) => {
    if (!map) return;
    const camera = map.cameraForBounds(cornersOf(members), { padding: 80, maxZoom: 9 });
    // Always closer, until every point stands for itself.
    const zoom = Math.min(9, Math.max(camera?.zoom ?? 0, Math.floor(map.getZoom()) + 1.2));
    map.easeTo({ center: camera?.center ?? [lon, lat], zoom, duration: 0 }, { originalEvent: true });
  };
  const counted = areas.filter(({ badges }) => badges);
  const places = useCountryPlaces(close || counted.length > 0);
  const layer = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => inOrder(points, selected), [points, selected]);
  useFollowing(
    layer,
    useMemo(() => [ordered, areas, places, close], [ordered, areas, places, close]),
  );
  return (
    <div ref={layer} className={styles.points}>
      {ordered.map(
        (point) =>
          point.halo &&
          (!discs || point.halo.hatched) && (
            <div key={point.id} className={styles.spot} data-lon={point.lon} data-lat={point.lat} aria-hidden>
              <PointHalo point={point} over={discs} />
            </div>
          ),
      )}
      <ul>
        {ordered.map((point) => (
          <li
            key={point.id}
            className={styles.spot}
            data-lon={point.lon}
            data-lat={point.lat}
            data-selected={point.id === selected || undefined}
          >
            {point.members ? (
              <ClusterMark
                point={point}
                description={
                  describeMany?.(point.members.map(({ id }) => id)) ?? String(point.members.length)
                }
                onOpen={() => open(point)}
              />
            ) : (
              <PointMark point={point} selected={point.id === selected} onSelect={onSelect} />
            )}
          </li>
        ))}
      </ul>
      {places && counted.map((area) => <CountryCounts key={area.code} area={area} at={places[area.code]} />)}
      {places && close && <CountryNames places={places} />}
    </div>
  );
}

/** What a country counts beyond its border points, at the place where its name stands. */
function CountryCounts({ area, at }: { area: MapArea; at: LonLat | undefined }) {
  if (!at || !area.badges) return null;
  return (
    <span className={styles.spot} data-lon={at[0]} data-lat={at[1]} data-area={area.code} aria-hidden>
      <Badges badges={area.badges} />
    </span>
  );
}

/** The names give way to every label of a point; they repeat what the table says and stay silent. */
function CountryNames({ places }: { places: Record<string, LonLat> }) {
  const locale = useLocale();
  return Object.entries(places).map(([code, [lon, lat]]) => (
    <span key={code} className={styles.spot} data-lon={lon} data-lat={lat} aria-hidden>
      <span className={styles.country} data-point-label={code} dir="auto">
        {countryName(code, locale)}
      </span>
    </span>
  ));
}
