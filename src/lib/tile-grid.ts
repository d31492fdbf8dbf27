import type { LonLat } from "./geo.ts";

/** Cells along one side of a tile: 64 pixels each. */
const CELLS = 8;
/** From this zoom on every place stands for itself. */
export const APART = 7;
const FINEST = 2 ** 17;

/** Where a place lies in the square of the Mercator world: 0 to 1, from the west and from the north. */
export function mercatorOf([lon, lat]: LonLat): [x: number, y: number] {
  const phi = (lat * Math.PI) / 180;
  return [(lon + 180) / 360, (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2];
}

export function placeOf([x, y]: readonly [number, number]): LonLat {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** How many cells lie side by side around the world at a zoom; the same on the server, which groups by them in SQL. */
export function cellsAround(zoom: number): number {
  const whole = Math.max(0, Math.floor(zoom));
  return whole >= APART ? FINEST : 2 ** whole * CELLS;
}

/** Number of the cell a place lies in. */
export function cellOf(place: LonLat, zoom: number): number {
  const around = cellsAround(zoom);
  const [x, y] = mercatorOf(place);
  return Math.floor(y * around) * around + Math.floor(x * around);
}
