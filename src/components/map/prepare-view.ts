import type { CountryShapes, LonLat } from "#lib/geo.ts";
import type { MapArea } from "./map-types.ts";

export type Bounds = [LonLat, LonLat];
export const WORLD: Bounds = [
  [-170, -56],
  [180, 74],
];

/** A box around places with some room; the world when there are none, or when they span most of it anyway. */
export function boundsOf(places: readonly LonLat[]): Bounds {
  if (places.length === 0) return WORLD;
  const [[west, south], [east, north]] = boxOf(places);
  const room = Math.max(3, (east - west) * 0.08, (north - south) * 0.08);
  return [
    [Math.max(-180, west - room), Math.max(-80, south - room)],
    [Math.min(180, east + room), Math.min(82, north + room)],
  ];
}

/** South-west and north-east corners of the main part of each named country: overseas parts do not widen the view. */
export function cornersOf(land: CountryShapes | undefined, areas: readonly MapArea[]): LonLat[] {
  const named = new Set(areas.map(({ code }) => code));
  const shapes =
    land?.features.filter(({ properties }) => properties.code && named.has(properties.code)) ?? [];
  return shapes.flatMap(({ geometry }) => {
    const boxes = geometry.coordinates.map(([outer = []]) => boxOf(outer));
    const main = boxes.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
    return main ?? [];
  });
}

function boxOf(places: readonly LonLat[]): Bounds {
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ];
}

const sizeOf = ([[west, south], [east, north]]: Bounds) => (east - west) * (north - south);

export type Box = { x: number; y: number; width: number; height: number };

const apart = (a: Box, b: Box) =>
  a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
const within = (frame: Box, { x, y, width, height }: Box) =>
  x >= frame.x && y >= frame.y && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height;

/** The same label on the other side of its dot. */
export const mirrored = (label: Box, dot: Box): Box => ({
  ...label,
  x: 2 * dot.x + dot.width - label.x - label.width,
});

/**
 * For each label which of the places it may take is free, within the frame and clear of what is `taken`; null where none is. First
 * come, first served: pass the most important first.
 */
export function labelsWithRoom(
  labels: readonly (readonly Box[])[],
  { taken, frame }: { taken: readonly Box[]; frame: Box },
): (number | null)[] {
  const placed: Box[] = [...taken];
  return labels.map((places) => {
    const free = places.findIndex((box) => within(frame, box) && placed.every((other) => apart(box, other)));
    const box = places[free];
    if (box) placed.push(box);
    return box ? free : null;
  });
}

const TARGET = 24;

/** Places in the list of those marks that a finger can hit: none lies closer than 24 pixels to one before it, or under a control. */
export function marksWithRoom(marks: readonly Box[], controls: readonly Box[] = []): Set<number> {
  const centres = marks.map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const);
  const free = new Set<number>();
  for (const [index, [x, y]] of centres.entries()) {
    const clear = [...free].every((other) => {
      const [otherX = 0, otherY = 0] = centres[other] ?? [];
      return Math.hypot(x - otherX, y - otherY) >= TARGET;
    });
    const covered = controls.some(
      (box) =>
        x > box.x - TARGET / 2 &&
        x < box.x + box.width + TARGET / 2 &&
        y > box.y - TARGET / 2 &&
        y < box.y + box.height + TARGET / 2,
    );
    if (clear && !covered) free.add(index);
  }
  return free;
}

/** Several points drawn as one count together; beyond twice the largest point a disc no longer grows. */
export const LARGEST_HALO = 2;

/** Radius in pixels of a halo whose area is the given share of the largest. */
export function haloRadius(size: number): number {
  return 7 + Math.sqrt(Math.max(0, Math.min(LARGEST_HALO, size))) * 21;
}
