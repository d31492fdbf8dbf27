import "server-only";
import { narrowed, ownCountriesOf, type Grant, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { countryName } from "#lib/country.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import type { PointChoice, PointFilter } from "../schema.ts";
import { accessNowSql, standing } from "./access-now.ts";
import { LISTED, wherePoints, withinPoints } from "./where-points.ts";

const MOST_PLACES = 3000;
/** Nothing is dated after today, so the last day there is asks for the present. */
const LAST_DAY = "9999-12-31";

const select = {
  ...LISTED,
  accessPoints: {
    orderBy: [{ system: "asc" }, { id: "asc" }],
    select: {
      id: true,
      countryCode: true,
      system: true,
      exercise: true,
      statuses: { select: { state: true, onDate: true, recordedAt: true, withdrawnAt: true } },
    },
  },
} as const satisfies Prisma.BorderPointSelect;
type Found = Prisma.BorderPointGetPayload<{ select: typeof select }>;

/** `locale`: names of countries are sorted as the reader reads them. */
export type Asking = { scope: Scope; grants: readonly Grant[]; locale: string };

/** One page of the border points within reach, with their access where the reader may know of it. */
export async function listPoints(db: Tx, { scope, grants, locale }: Asking, filter: PointFilter) {
  const access = narrowed(grants, "access:read");
  const where = await chosenPoints(db, { scope, access }, filter);
  const rows = filter.sort.endsWith("country")
    ? await listByCountryName(db, where, { filter, locale })
    : await db.borderPoint.findMany({ where, select, orderBy: orderOf(filter), ...windowOf(filter) });
  const total = await db.borderPoint.count({ where });
  return pageOf(
    rows.map((row) => laidOut(row, access, filter.exercise)),
    total,
    filter,
  );
}

/** Where the chosen points lie, for the map beside the table; points without a place are counted, not drawn. */
export async function listPlaces(db: Tx, { scope, grants }: Asking, choice: PointChoice) {
  const access = narrowed(grants, "access:read");
  const where = await chosenPoints(db, { scope, access }, choice);
  const rows = await db.borderPoint.findMany({
    where: { AND: [where, { latitude: { not: null } }] },
    select,
    orderBy: { id: "asc" },
    take: MOST_PLACES,
  });
  const unplaced = await db.borderPoint.count({ where: { AND: [where, { latitude: null }] } });
  return { places: rows.map((row) => laidOut(row, access, choice.exercise)), unplaced };
}

/** Countries of the points within reach, and those whose points the reader may write. */
export async function listChoices(db: Tx, { scope, grants }: Asking, { exercise }: { exercise: boolean }) {
  const rows = await db.borderPoint.findMany({
    where: wherePoints(scope, { retired: false, exercise }),
    select: { countryCode: true },
    distinct: ["countryCode"],
    orderBy: { countryCode: "asc" },
  });
  const write = narrowed(grants, "point:write");
  return {
    countries: rows.map(({ countryCode }) => countryCode),
    writable: write === null ? [] : ownCountriesOf(write),
  };
}

/** Points of other countries that may be the other side of a crossing. */
export async function listFacing(db: Tx, scope: Scope, { countryCode }: { countryCode: string }) {
  return db.borderPoint.findMany({
    where: { AND: [withinPoints(scope), { countryCode, retiredAt: null }] },
    select: { id: true, code: true, name: true },
    orderBy: { name: "asc" },
    take: 500,
  });
}

async function chosenPoints(
  db: Tx,
  { scope, access }: { scope: Scope; access: Scope | null },
  choice: PointChoice,
): Promise<Prisma.BorderPointWhereInput> {
  const where = wherePoints(scope, choice);
  if (!choice.state) return where;
  // Asking by access finds nothing where access may not be known.
  if (access === null) return { id: { in: [] } };
  const own = ownCountriesOf(access);
  const known = own === "all" ? {} : { countryCode: { in: own } };
  const { exercise, state } = choice;
  if (state === "none") return { AND: [where, known, { accessPoints: { none: { exercise } } }] };
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT a.border_point_id AS id FROM access_point a JOIN (${accessNowSql(access, LAST_DAY)}) n ON n.access_point_id = a.id
    WHERE a.exercise = ${exercise} AND n.state = ${state}::access_state`);
  return { AND: [where, { id: { in: rows.map(({ id }) => id) } }] };
}

/** A page in the order of the countries' names in the reader's language, which the database does not know. */
async function listByCountryName(
  db: Tx,
  where: Prisma.BorderPointWhereInput,
  { filter, locale }: { filter: PointFilter; locale: string },
): Promise<Found[]> {
  const all = await db.borderPoint.findMany({ where, select: { id: true, countryCode: true, name: true } });
  const { compare } = new Intl.Collator(locale);
  const names = new Map(all.map(({ countryCode }) => [countryCode, countryName(countryCode, locale)]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const turn = filter.sort.startsWith("-") ? -1 : 1;
  const ordered = all.toSorted(
    (a, b) =>
      turn * compare(nameOf(a.countryCode), nameOf(b.countryCode)) ||
      compare(a.name, b.name) ||
      compare(a.id, b.id),
  );
  const { skip, take } = windowOf(filter);
  const ids = ordered.slice(skip, skip + take).map(({ id }) => id);
  const rows = await db.borderPoint.findMany({ where: { id: { in: ids } }, select });
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function orderOf({ sort }: PointFilter): Prisma.BorderPointOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? ("desc" as const) : ("asc" as const);
  return [sort.endsWith("kind") ? { kind: direction } : { name: direction }, { name: "asc" }, { id: "asc" }];
}

function laidOut(
  { accessPoints, latitude, longitude, ...row }: Found,
  access: Scope | null,
  exercise: boolean,
) {
  const own = access && ownCountriesOf(access);
  const readable = own === "all" || own?.includes(row.countryCode);
  return {
    ...row,
    place: latitude !== null && longitude !== null ? { lat: Number(latitude), lon: Number(longitude) } : null,
    /** Null where this reader may not know whether there is access. */
    access: readable
      ? accessPoints
          .filter((one) => one.exercise === exercise)
          .map(({ id, system, statuses }) => {
            const last = standing(statuses).at(-1);
            return { id, system, state: last?.state ?? null, since: last ? dayOf(last.onDate) : null };
          })
      : null,
  };
}
