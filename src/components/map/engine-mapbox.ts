import "mapbox-gl/dist/mapbox-gl.css";
import { Layer, Map, Source, useMap } from "react-map-gl/mapbox";
import type { Engine } from "./engine.ts";

// The two libraries share their ancestor's interface; what this house uses of it is the same in both, their types are not.
export const engine = { name: "mapbox", Map, Source, Layer, useMap } as unknown as Engine;
