import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useBasemap } from "#components/map/use-basemap.ts";
import { countryAt, kmToCountry } from "#lib/geo.ts";
import { useTRPC } from "#trpc/client.tsx";
import { isIata, isUnlocode } from "../rules/codes.ts";
import { placeOf, type PointValues } from "./point-fields.ts";

const PAUSE = 400;
/** The drawn border is good to a few kilometres. */
const TOLERANCE_KM = 10;

/** What is known of the typed place: its time zone, points that may be the same one, and the country it lies in when that is another. */
export function useAround(values: PointValues, except: string | null) {
  const trpc = useTRPC();
  const place = placeOf(values);
  const key = JSON.stringify([place, values.countryCode, values.iata, values.unlocode]);
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  const { data } = useQuery({
    ...trpc.points.around.queryOptions({
      latitude: place?.lat ?? 0,
      longitude: place?.lon ?? 0,
      countryCode: values.countryCode || null,
      iata: isIata(values.iata) ? values.iata : null,
      unlocode: isUnlocode(values.unlocode) ? values.unlocode : null,
      except,
    }),
    enabled: place !== null && settled === key,
  });
  const { basemap } = useBasemap(place !== null);
  const elsewhere = (): string | null => {
    if (!place || !basemap || !values.countryCode) return null;
    const found = countryAt(place, basemap.land);
    if (found === null || found === values.countryCode) return null;
    const km = kmToCountry(place, values.countryCode, basemap.land);
    return km === null || km <= TOLERANCE_KM ? null : found;
  };
  return {
    timeZone: place ? (data?.timeZone ?? null) : null,
    alike: data?.alike ?? [],
    elsewhere: elsewhere(),
  };
}
export type Alike = ReturnType<typeof useAround>["alike"];
