import { useQuery } from "@tanstack/react-query";

type Coded = {
  airports: Record<string, [name: string, country: string, lat: number, lon: number]>;
  ports: Record<string, [name: string, lat: number, lon: number]>;
};
export type CodedPlace = {
  kind: "airport" | "seaport";
  name: string;
  country: string;
  lat: number;
  lon: number;
};
export type Found =
  | { how: "airport" | "port"; place: CodedPlace }
  /** No port of this code; an airport of the same country has the same three letters. */
  | { how: "same_letters"; place: CodedPlace }
  | { how: "nothing" };

const airportOf = ({ airports }: Coded, iata: string): CodedPlace | null => {
  const row = airports[iata];
  return row ? { kind: "airport", name: row[0], country: row[1], lat: row[2], lon: row[3] } : null;
};

/** Where a code lies, as far as our list of airports and seaports knows. */
export function placeOfCode(coded: Coded, code: string): Found {
  if (code.length === 3) {
    const place = airportOf(coded, code);
    return place ? { how: "airport", place } : { how: "nothing" };
  }
  const port = coded.ports[code];
  const country = code.slice(0, 2);
  if (port)
    return { how: "port", place: { kind: "seaport", name: port[0], country, lat: port[1], lon: port[2] } };
  const airport = airportOf(coded, code.slice(2));
  return airport?.country === country ? { how: "same_letters", place: airport } : { how: "nothing" };
}

/** Fetched once somebody begins with a code. */
export function useCodedPlaces(wanted: boolean): Coded | undefined {
  const { data } = useQuery({
    queryKey: ["coded-places"],
    queryFn: async () => {
      const answer = await fetch("/basemap/coded-places.json");
      if (!answer.ok) throw new Error(`coded places: ${answer.status}`);
      return (await answer.json()) as Coded;
    },
    enabled: wanted,
    staleTime: Infinity,
  });
  return data;
}
