import { z } from "zod";
import { isCountryCode } from "#lib/country.ts";
import { isLocalDate } from "#lib/period.ts";
import { LAYERS, FIRST_LAYERS, VIEWS, MODES, SPEEDS, keepApart, type Layer, type MapView } from "./rules.ts";

const day = z.iso.date().refine((date) => isLocalDate(date));
const flag = z.union([z.boolean(), z.enum(["0", "1"]).transform((written) => written === "1")]);

/** Which results: the same words in the address of the map and of the summary. */
const chosen = {
  /** Real operations, or the exercise: never both. */
  exercise: flag.default(false),
  /** Code of a programme. */
  programme: z.string().min(1).max(120).optional(),
  /** Slug of an operation. */
  operation: z.string().min(1).max(160).optional(),
  country: z.string().length(2).refine(isCountryCode).optional(),
  /** Local days at the border point, both included. */
  from: day.optional(),
  to: day.optional(),
};
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;

export const totalChoice = chosen;
export const totalFilter = z.strictObject(chosen).refine(inOrder, { path: ["to"] });
export type TotalFilter = z.output<typeof totalFilter>;
export const PERIOD_IN_ORDER = inOrder;

/** Of several border points only: a lasso, or those ticked in the table. Codes as in the address: "KE-NBO". */
const pointCodes = z.array(z.string().min(1).max(40)).max(500);
export const placeFilter = z
  .strictObject({ ...chosen, points: pointCodes.optional() })
  .refine(inOrder, { path: ["to"] });
export type PlaceFilter = z.output<typeof placeFilter>;

/** Some of the days of a choice: those around a day, else the first. */
export const daysInput = z.strictObject({ ...chosen, at: day.optional() }).refine(inOrder, { path: ["to"] });
export type DaysInput = z.output<typeof daysInput>;
/** All days of a choice before one. */
export const beforeInput = z.strictObject({ ...chosen, before: day }).refine(inOrder, { path: ["to"] });
export type BeforeInput = z.output<typeof beforeInput>;

const inTile = z.coerce.number().int().min(0);
/** A square of the world at a zoom, and what is counted in it. */
export const tileInput = z
  .strictObject({ ...chosen, points: pointCodes.optional(), z: inTile.max(12), x: inTile, y: inTile })
  .refine(inOrder, { path: ["to"] })
  .refine(({ z: zoom, x, y }) => x < 2 ** zoom && y < 2 ** zoom, { path: ["x"] });
export type TileInput = z.output<typeof tileInput>;

export const worldInput = z.strictObject({ exercise: flag.default(false) });

export type Search = Record<string, string | string[] | undefined>;

/** One value of the address; an empty one is none. */
export function wordOf(search: Search, name: string): string | undefined {
  const value = search[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === "" ? undefined : first;
}

/** What the address chooses; what cannot be read is left out rather than refused, and a period written backwards is turned. */
export function readTotalSearch(search: Search): TotalFilter {
  const read = Object.fromEntries(
    Object.entries(chosen).flatMap(([name, schema]) => {
      const value = wordOf(search, name);
      const parsed = schema.safeParse(value);
      return value !== undefined && parsed.success ? [[name, parsed.data]] : [];
    }),
  ) as Partial<TotalFilter>;
  const { from, to } = read;
  const turned = from !== undefined && to !== undefined && from > to ? { from: to, to: from } : {};
  return totalFilter.parse({ ...read, ...turned });
}

/** Layers of the map: the first ones unless the address names some. */
function readLayers(search: Search): Layer[] {
  const written = wordOf(search, "layers");
  if (written === undefined) return [...FIRST_LAYERS];
  const named = written.split(".");
  return keepApart(LAYERS.filter((layer) => named.includes(layer)));
}

/** "12.5,41.9,5" as written by `writeView`. */
function readView(search: Search): MapView | null {
  const [lon, lat, zoom, ...more] = (wordOf(search, "at") ?? "").split(",").map(Number);
  const read = z
    .tuple([z.number().min(-180).max(180), z.number().min(-85).max(85), z.number().min(-1).max(9)])
    .safeParse([lon, lat, zoom]);
  return read.success && more.length === 0
    ? { lon: read.data[0], lat: read.data[1], zoom: read.data[2] }
    : null;
}

/** Border points the address names; nothing where none is. */
function readPoints(search: Search): string[] | null {
  const read = pointCodes.safeParse((wordOf(search, "points") ?? "").split(".").filter(Boolean));
  return read.success && read.data.length > 0 ? read.data : null;
}

/** The address of the map: what is chosen, which day is under the head, which layers, view and points are open. */
export function readSituationSearch(search: Search) {
  const point = z.uuid().safeParse(wordOf(search, "point"));
  const shown = day.safeParse(wordOf(search, "day"));
  return {
    filter: readTotalSearch(search),
    layers: readLayers(search),
    view: VIEWS.find((view) => view === wordOf(search, "view")) ?? ("map" as const),
    point: point.success ? point.data : null,
    points: readPoints(search),
    day: shown.success ? shown.data : null,
    mode: MODES.find((mode) => mode === wordOf(search, "mode")) ?? ("sum" as const),
    speed: SPEEDS.find((speed) => String(speed) === wordOf(search, "speed")) ?? (1 as const),
    at: readView(search),
  };
}
export type SituationSearch = ReturnType<typeof readSituationSearch>;
