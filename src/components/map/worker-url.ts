import { setWorkerUrl } from "maplibre-gl";

// The worker is a file of our own origin, so that `worker-src 'self'` is enough.
setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);
