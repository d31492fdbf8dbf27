import { useEffect, useState } from "react";
import { unpackBasemap } from "#lib/basemap.ts";
import type { Basemap, PackedBasemap } from "#lib/basemap.ts";

type Resolution = "110m" | "50m";
const fetched = new Map<Resolution, Promise<Basemap>>();

function fetchBasemap(resolution: Resolution): Promise<Basemap> {
  const known = fetched.get(resolution);
  if (known) return known;
  const coming = fetch(`/basemap/world-${resolution}.json`).then(async (answer) => {
    if (!answer.ok) throw new Error(`basemap ${resolution}: ${answer.status}`);
    return unpackBasemap((await answer.json()) as PackedBasemap);
  });
  coming.catch(() => fetched.delete(resolution));
  fetched.set(resolution, coming);
  return coming;
}

/** The coarse world first; the fine one once the reader comes close. A fine one that does not arrive is no fault. */
export function useBasemap(close: boolean): {
  basemap: Basemap | null;
  coarse: Basemap | null;
  failed: boolean;
} {
  const [coarse, setCoarse] = useState<Basemap | null>(null);
  const [fine, setFine] = useState<Basemap | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    fetchBasemap("110m").then(setCoarse, () => setFailed(true));
  }, []);
  useEffect(() => {
    if (close) fetchBasemap("50m").then(setFine, () => setFine(null));
  }, [close]);
  return { basemap: (close ? fine : null) ?? coarse, coarse, failed };
}
