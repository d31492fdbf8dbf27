import type { OwnPoint } from "../queries/where-points.ts";

/** What is said of a point besides its place. */
export const SAID = [
  "name",
  "kind",
  "iata",
  "unlocode",
  "timeZone",
  "facingCountry",
  "facingPointId",
] as const;

type Place = { latitude: number | null; longitude: number | null };
type Described = Pick<OwnPoint, (typeof SAID)[number]> & Place;

/** Names of the fields in which a point differs from what was sent. */
export function changedFields(point: OwnPoint, sent: Described): string[] {
  return [
    ...SAID.filter((field) => sent[field] !== point[field]),
    ...(isMoved(point, sent) ? ["latitude", "longitude"] : []),
  ];
}

export function isMoved(point: OwnPoint, to: Place): boolean {
  const same = (here: OwnPoint["latitude"], there: number | null) =>
    here === null || there === null
      ? here === null && there === null
      : Math.abs(Number(here) - there) < 0.000_01;
  return !same(point.latitude, to.latitude) || !same(point.longitude, to.longitude);
}
