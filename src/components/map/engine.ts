import { createContext, use } from "react";
import type { Layer, Map, MapRef, Source } from "react-map-gl/maplibre";

/** What draws the map: MapLibre, or Mapbox where its token is set. Both speak the same; their code is fetched by itself. */
export type Engine = {
  name: "maplibre" | "mapbox";
  Map: typeof Map;
  Source: typeof Source;
  Layer: typeof Layer;
  useMap: () => { current?: MapRef };
};

const EngineContext = createContext<Engine | null>(null);
export const EngineProvider = EngineContext.Provider;

export function useEngine(): Engine {
  const engine = use(EngineContext);
  if (!engine) throw new Error("a part of the map stands outside the map");
  return engine;
}

/** The map around this part, once there is one. */
export function useMapRef(): MapRef | undefined {
  return useEngine().useMap().current;
}
