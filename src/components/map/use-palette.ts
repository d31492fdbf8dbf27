import { useEffect, useState } from "react";
import type { RefObject } from "react";
import type { MapTone } from "./map-types.ts";

const TONES = [
  "checks",
  "matches",
  "confirmed",
  "arrests",
  "victims",
  "training",
  "access",
  "prelim",
  "accent",
] as const satisfies readonly MapTone[];
const GROUND = ["map-sea", "map-land", "map-border", "map-disputed"] as const;
type ColourName = (typeof TONES)[number] | (typeof GROUND)[number];
export type Palette = Record<ColourName, string>;

function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = [...TONES, ...GROUND].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(entries) as Palette;
}

/** The tokens as the canvas needs them, read again whenever the reader changes between light and dark. */
export function usePalette(place: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const read = () => {
      if (place.current) setPalette(readPalette(place.current));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
    return () => observer.disconnect();
  }, [place]);
  return palette;
}
