import type { MapMouseEvent } from "maplibre-gl";
import { useEffect } from "react";
import type { Place } from "#lib/geo.ts";
import { useMapRef } from "./engine.ts";
import styles from "./pick-layer.module.css";

/** Chooses a place: a click or tap, or Enter on the focused map for the cross in its middle. */
export function PickLayer({ onPick }: { onPick: (place: Place) => void }) {
  const map = useMapRef();
  useEffect(() => {
    const drawn = map?.getMap();
    if (!drawn) return;
    const click = ({ lngLat }: MapMouseEvent) => {
      const { lng, lat } = lngLat.wrap();
      onPick({ lon: lng, lat });
    };
    const enter = (key: KeyboardEvent) => {
      if (key.key !== "Enter" && key.key !== " ") return;
      key.preventDefault();
      const { lng, lat } = drawn.getCenter().wrap();
      onPick({ lon: lng, lat });
    };
    const canvas = drawn.getCanvas();
    drawn.on("click", click);
    canvas.addEventListener("keydown", enter);
    return () => {
      drawn.off("click", click);
      canvas.removeEventListener("keydown", enter);
    };
  }, [map, onPick]);
  return <span className={styles.cross} aria-hidden data-pick-cross />;
}
