import { z } from "zod";
import { isCountryCode } from "#lib/country.ts";
import { isLocalDate } from "#lib/period.ts";

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

export const LAYERS = ["operations", "points", "checks", "matches"] as const;
export type Layer = (typeof LAYERS)[number];

export const VIEWS = ["map", "table"] as const;
export type SituationView = (typeof VIEWS)[number];
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

/** Layers of the map: all unless the address names some. */
function readLayers(search: Search): Layer[] {
  const written = wordOf(search, "layers");
  if (written === undefined) return [...LAYERS];
  const named = written.split(".");
  return LAYERS.filter((layer) => named.includes(layer));
}

/** The address of the map: what is chosen, which layers and view, and which point is open. */
export function readSituationSearch(search: Search) {
  const point = z.uuid().safeParse(wordOf(search, "point"));
  return {
    filter: readTotalSearch(search),
    layers: readLayers(search),
    view: VIEWS.find((view) => view === wordOf(search, "view")) ?? ("map" as const),
    point: point.success ? point.data : null,
  };
}
