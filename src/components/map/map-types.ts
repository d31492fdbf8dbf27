import type { LonLat, Place } from "#lib/geo.ts";

/** Colours mean the same here as on charts and badges; the names are those of the tokens. */
export type MapTone =
  "checks" | "matches" | "confirmed" | "arrests" | "victims" | "training" | "access" | "prelim" | "accent";

/** A count beside a place, in a shape of its own so that it is never colour alone. */
export type MapBadge = {
  tone: MapTone;
  shape: "square" | "diamond" | "open";
  count: number;
  hatched?: boolean;
};

export type MapPoint = {
  id: string;
  lon: number;
  lat: number;
  /** Short words beside the dot ("FCO", "Kourémalé"). */
  label: string;
  /** What is heard and shown on hover: name, country, figures in words. Falls back to the label. */
  description?: string;
  tone: MapTone;
  /** A translucent disc around the dot; `size` 0 to 1 is the share of the largest, drawn by area. */
  halo?: { tone: MapTone; size: number; hatched?: boolean };
  /** A ring around the dot, such as matches at this point. */
  ring?: MapTone;
  /** Preliminary or not certain: the dot is hatched. */
  hatched?: boolean;
  badges?: readonly MapBadge[];
};

/** A country filled with a tone: takes part, but no point of it is known; its badges count what no point is named for. */
export type MapArea = { code: string; tone: MapTone; badges?: readonly MapBadge[] };

export type MapCorridor = { id: string; from: LonLat; to: LonLat; tone: MapTone };

/** How a layer is drawn, for its legend. */
export type MapLook = "dot" | "ring" | "disc" | "hatched" | "square" | "diamond" | "open" | "line" | "area";

export type MapLayer = {
  id: string;
  label: string;
  tone: MapTone;
  look: MapLook;
  shown: boolean;
  count?: string;
  /** What a hatched disc of this layer means, where there is one. */
  hatched?: string;
};

/** What stands on an image of the map beside the map: it leaves the desk and must explain itself. */
export type MapPicture = {
  title: string;
  /** Period, filters, as-of. */
  lines: readonly string[];
  /** Handling mark. */
  mark: string | null;
  /** EXERCISE, in the reader's language. */
  stamp: string | null;
  /** Without its ending. */
  fileName: string;
};

export type MapView = { lon: number; lat: number; zoom: number };

/** Discs drawn from vector tiles (layer `results`, one feature a cell of the grid). */
export type MapDiscs = {
  /** Address on this host with {z}, {x} and {y}. */
  url: string;
  /** Property they are drawn by, such as "checks:documents". */
  what: string;
  tone: MapTone;
  /** What a full disc stands for. */
  most: number;
  /** The days are played: sizes are those of the points' halos, and no tile is asked for. */
  played: boolean;
};

export type MapProps = {
  /** What the map shows, in the reader's language: the name of the region. */
  label: string;
  points: readonly MapPoint[];
  areas?: readonly MapArea[];
  corridors?: readonly MapCorridor[];
  /** Switches over the map; the caller decides what a layer that is off leaves out. */
  layers?: readonly MapLayer[];
  onLayer?: (id: string, shown: boolean) => void;
  selected?: string | null;
  onSelect?: (id: string | null) => void;
  /** What is in view at first: everything that is drawn, or the whole world. */
  fit?: "points" | "world";
  /** Where the reader left off; otherwise everything is in view. */
  view?: MapView | null;
  /** The reader moved the map; null once they want everything in view again. */
  onView?: (view: MapView | null) => void;
  /** What is brought into view, where it should not follow the points that are drawn. */
  extent?: readonly LonLat[];
  /** Points close together are drawn as one until the map is closer; says what they are together. */
  describeMany?: (ids: readonly string[]) => string;
  discs?: MapDiscs;
  /** Points within a drawn line were chosen. */
  onLasso?: (ids: string[]) => void;
  /** A country that is filled was chosen. */
  onCountry?: (code: string) => void;
  /** Makes "Save as image" appear. */
  picture?: MapPicture;
  /** Height in pixels, or "fill" for the height of the parent. */
  height?: number | "fill";
  /** The map chooses a place: by click, tap, or Enter for its middle. */
  onPick?: (place: Place) => void;
  /** The wheel zooms; leave off where the page scrolls under the pointer. */
  wheel?: boolean;
};
