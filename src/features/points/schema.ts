import { z } from "zod";
import { AccessState, AccessSystem, BorderPointKind, VolumeSource } from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { pageInput } from "#lib/paging.ts";
import { isLocalDate } from "#lib/period.ts";
import { isTimeZone } from "#lib/zone.ts";
import { isIata, isUnlocode } from "./rules/codes.ts";
import { ACCESS_DATABASES } from "./rules/databases.ts";

const id = z.uuid();
const version = z.int().min(1).max(1_000_000);
const exercise = z.boolean().default(false);
const country = z.string().length(2).refine(isCountryCode);
const day = z.string().refine(isLocalDate);
const reason = z.string().trim().min(3).max(500);
/** "2026-11". */
const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);

/** Where the coordinates come from. */
export const PLACE_SOURCES = ["pin", "airports", "ports", "typed"] as const;
export type PlaceSource = (typeof PLACE_SOURCES)[number];

export const POINT_SORTS = ["name", "country", "kind"] as const;
const sorts = POINT_SORTS.flatMap((name) => [name, `-${name}`] as const);

const chosen = {
  text: z.string().trim().max(100).optional(),
  country: country.optional(),
  kind: z.enum(BorderPointKind).optional(),
  /** Present state of some access at the point; "none": no access is recorded there. */
  state: z.enum([...(Object.keys(AccessState) as AccessState[]), "none"]).optional(),
  retired: z.boolean().default(false),
  exercise,
};
export const pointChoice = z.strictObject(chosen);
export type PointChoice = z.output<typeof pointChoice>;
export const pointFilter = z.strictObject({
  ...chosen,
  ...pageInput.shape,
  sort: z.enum(sorts as [(typeof sorts)[number], ...typeof sorts]).default("country"),
});
export type PointFilter = z.output<typeof pointFilter>;

export const onePoint = z.strictObject({ id, exercise });
export type OnePoint = z.output<typeof onePoint>;

export const worldInput = z.strictObject({ exercise });
export const facingInput = z.strictObject({ countryCode: country });

const described = {
  name: z.string().trim().min(2).max(120),
  kind: z.enum(BorderPointKind),
  iata: z.string().refine(isIata).nullable(),
  unlocode: z.string().refine(isUnlocode).nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  placeSource: z.enum(PLACE_SOURCES),
  timeZone: z.string().max(60).refine(isTimeZone),
  facingCountry: country.nullable(),
  /** The other side of the crossing, a point of another country. */
  facingPointId: id.nullable(),
};
/** `another`: the writer looked at points that are near or carry the same code, and this is a further one. */
export const addPointInput = z.strictObject({
  id,
  countryCode: country,
  ...described,
  another: z.boolean().default(false),
});
export type AddPoint = z.output<typeof addPointInput>;
export const revisePointInput = z.strictObject({
  id,
  version,
  ...described,
  /** Of a point whose place was never known, as one may not be invented for it. */
  latitude: described.latitude.nullable(),
  longitude: described.longitude.nullable(),
  another: z.boolean().default(false),
});
export type RevisePoint = z.output<typeof revisePointInput>;
export const retirePointInput = z.strictObject({ id, version, reason });
export type RetirePoint = z.output<typeof retirePointInput>;
export const reopenPointInput = z.strictObject({ id, version });
export type ReopenPoint = z.output<typeof reopenPointInput>;

/** What is known of a place before a point is made there. */
export const aroundInput = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  countryCode: country.nullable().default(null),
  iata: z.string().max(3).nullable().default(null),
  unlocode: z.string().max(5).nullable().default(null),
  /** The point being edited is no neighbour of its own. */
  except: id.nullable().default(null),
});
export type Around = z.output<typeof aroundInput>;

const status = {
  statusId: id,
  state: z.enum(AccessState),
  onDate: day,
  note: z.string().trim().min(1).max(500).nullable().default(null),
};
const databases = z.array(z.enum(ACCESS_DATABASES)).max(ACCESS_DATABASES.length);
export const addAccessInput = z.strictObject({
  id,
  pointId: id,
  system: z.enum(AccessSystem),
  databases,
  broughtByOperationId: id.nullable().default(null),
  exercise,
  ...status,
});
export type AddAccess = z.output<typeof addAccessInput>;
export const addStatusInput = z.strictObject({ id, version, ...status });
export type AddStatus = z.output<typeof addStatusInput>;
export const withdrawStatusInput = z.strictObject({ id, version, statusId: id, reason });
export type WithdrawStatus = z.output<typeof withdrawStatusInput>;
export const changeDatabasesInput = z.strictObject({
  id,
  version,
  databases,
  broughtByOperationId: id.nullable(),
});
export type ChangeDatabases = z.output<typeof changeDatabasesInput>;

export const recordVolumeInput = z.strictObject({
  id,
  accessPointId: id,
  database: z.enum(ACCESS_DATABASES),
  month,
  source: z.enum(VolumeSource),
  /** Null: it was asked for and cannot be attributed. Unknown, never unused. */
  count: z.int().min(0).max(1_000_000_000).nullable(),
  /** What stands there now and is replaced, with the reason. */
  supersedesId: id.nullable().default(null),
  reason: reason.nullable().default(null),
});
export type RecordVolume = z.output<typeof recordVolumeInput>;

export const accessTotalsInput = z.strictObject({
  exercise,
  operationId: id.optional(),
  country: country.optional(),
  asOf: day.optional(),
});
export type AccessTotalsInput = z.output<typeof accessTotalsInput>;

export type Search = Record<string, string | string[] | undefined>;

function readOne(search: Search, name: string, schema: z.ZodType): object {
  const value = [search[name]].flat()[0];
  if (value === undefined || value === "") return {};
  const flag = name === "retired" || name === "exercise";
  const typed = name === "page" || name === "size" ? Number(value) : flag ? value === "1" : value;
  const read = schema.safeParse(typed);
  return read.success ? { [name]: read.data } : {};
}

/** The filter as the address says it; what cannot be read is left out rather than refused. */
export function readPointFilter(search: Search): PointFilter {
  const read = Object.entries(pointFilter.shape).map(([name, schema]) => readOne(search, name, schema));
  return pointFilter.parse(Object.assign({}, ...read));
}

/** The same choice without page and order, as the map asks for it. */
export function choiceOf({ page: _page, size: _size, sort: _sort, ...choice }: PointFilter): PointChoice {
  return choice;
}
