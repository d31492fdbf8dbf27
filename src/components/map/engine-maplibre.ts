import "./worker-url.ts";
import "maplibre-gl/dist/maplibre-gl.css";
import { Layer, Map, Source, useMap } from "react-map-gl/maplibre";
import type { Engine } from "./engine.ts";

export const engine: Engine = { name: "maplibre", Map, Source, Layer, useMap };
