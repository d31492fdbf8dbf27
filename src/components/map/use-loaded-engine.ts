import { useEffect, useState } from "react";
import type { Engine } from "./engine.ts";

/** Mapbox's token as the page's head carries it, or none: it is read when the page runs, not when it is built. */
export function mapboxToken(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="mapbox-token"]')?.content || null;
}

/** The engine, fetched on first use; never both. */
export function useLoadedEngine(token: string | null): Engine | null {
  const [engine, setEngine] = useState<Engine | null>(null);
  useEffect(() => {
    const coming = token === null ? import("./engine-maplibre.ts") : import("./engine-mapbox.ts");
    coming.then(
      (module) => setEngine(module.engine),
      () => undefined,
    );
  }, [token]);
  return engine;
}
