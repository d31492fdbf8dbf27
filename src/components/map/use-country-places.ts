import { useEffect, useState } from "react";
import type { LonLat } from "#lib/geo.ts";

type Places = Record<string, LonLat>;
let places: Promise<Places> | undefined;

/** Where each country's name stands, fetched once somebody wants to know. */
export function useCountryPlaces(wanted: boolean): Places | null {
  const [known, setKnown] = useState<Places | null>(null);
  useEffect(() => {
    if (!wanted) return;
    places ??= fetch("/basemap/places.json").then((answer) => answer.json() as Promise<Places>);
    places.then(setKnown, () => {
      places = undefined;
    });
  }, [wanted]);
  return wanted ? known : null;
}
