import type { BorderPointKind } from "#generated/prisma/enums.ts";
import type { PlaceSource } from "../schema.ts";
import type { Point } from "./point-types.ts";

/** The form's own shape: what is typed, before it is a place or a code. */
export type PointValues = {
  countryCode: string;
  name: string;
  kind: BorderPointKind;
  iata: string;
  unlocode: string;
  latitude: string;
  longitude: string;
  placeSource: PlaceSource;
  timeZone: string;
  facingCountry: string;
  facingPointId: string;
};

export const POINT_FIELDS = [
  "name",
  "kind",
  "iata",
  "unlocode",
  "latitude",
  "longitude",
  "timeZone",
  "facingCountry",
  "facingPointId",
] as const;
export type PointField = (typeof POINT_FIELDS)[number];

export const emptyPoint = (countryCode: string): PointValues => ({
  countryCode,
  name: "",
  kind: "land_crossing",
  iata: "",
  unlocode: "",
  latitude: "",
  longitude: "",
  placeSource: "typed",
  timeZone: "",
  facingCountry: "",
  facingPointId: "",
});

export const valuesOf = (point: Point): PointValues => ({
  countryCode: point.countryCode,
  name: point.name,
  kind: point.kind,
  iata: point.iata ?? "",
  unlocode: point.unlocode ?? "",
  latitude: point.place ? String(point.place.lat) : "",
  longitude: point.place ? String(point.place.lon) : "",
  placeSource: "typed",
  timeZone: point.timeZone,
  facingCountry: point.facingCountry ?? "",
  facingPointId: point.facingPointId ?? "",
});

/** Degrees as typed, with a point or a comma; null when empty, NaN when it is no number. */
export function degreesOf(typed: string): number | null {
  const text = typed.trim().replace(",", ".").replace("\u2212", "-");
  if (text === "") return null;
  return /^-?\d{1,3}(\.\d{1,8})?$/.test(text) ? Number(text) : NaN;
}

/** The place that is typed, once both halves are numbers on this earth. */
export function placeOf({ latitude, longitude }: PointValues): { lat: number; lon: number } | null {
  const [lat, lon] = [degreesOf(latitude), degreesOf(longitude)];
  if (lat === null || lon === null || Number.isNaN(lat) || Number.isNaN(lon)) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** What goes to the server; a half or wrong place stays wrong, so that it is refused and not dropped. */
export function describedBy(values: PointValues) {
  const { name, kind, iata, unlocode, placeSource, timeZone, facingCountry, facingPointId } = values;
  return {
    name: name.trim(),
    kind,
    iata: iata.trim() || null,
    unlocode: unlocode.trim() || null,
    latitude: degreesOf(values.latitude),
    longitude: degreesOf(values.longitude),
    placeSource,
    timeZone: timeZone.trim(),
    facingCountry: facingCountry || null,
    facingPointId: facingPointId || null,
  };
}
