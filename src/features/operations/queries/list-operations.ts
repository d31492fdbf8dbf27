import "server-only";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { tellApart } from "#lib/edition.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import type { OperationFilter, OperationSort } from "../schema.ts";
import { ROUGH_DATE, whereOperations } from "./where-operations.ts";

export const operationRow = {
  id: true,
  slug: true,
  codename: true,
  edition: true,
  year: true,
  yearInferred: true,
  state: true,
  visibility: true,
  exercise: true,
  confidence: true,
  startsOn: true,
  endsOn: true,
  programmes: { select: { programme: { select: { code: true, name: true } } } },
  participations: { select: { countryCode: true }, orderBy: { countryCode: "asc" } },
  publishedDates: ROUGH_DATE,
  figures: {
    where: { measure: "countries", supersededAt: null },
    select: { value: true },
    orderBy: { position: "asc" },
    take: 1,
  },
} as const satisfies Prisma.OperationSelect;

type Loaded = Prisma.OperationGetPayload<{ select: typeof operationRow }>;

const day = (column: Date | null) => (column === null ? null : dayOf(column));

export function laidOut({
  programmes,
  participations,
  publishedDates,
  figures,
  startsOn,
  endsOn,
  ...row
}: Loaded) {
  const [rough] = publishedDates;
  return {
    ...row,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    /** How far the days are known, where they are not known to the day. */
    rough: rough ? { precision: rough.precision, inferred: rough.inferred, wording: rough.wording } : null,
    programmes: programmes.map(({ programme }) => programme),
    /** As published, for operations whose countries no source names. */
    countriesReported: figures[0]?.value?.toNumber() ?? null,
    countries: participations.map(({ countryCode }) => countryCode),
  };
}

function orderOf(sort: OperationSort): Prisma.OperationOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const column = sort.replace("-", "");
  const last: Prisma.OperationOrderByWithRelationInput[] = [{ codename: "asc" }, { id: "asc" }];
  if (column === "startsOn") return [{ startsOn: { sort: direction, nulls: "last" } }, ...last];
  if (column === "countries") return [{ participations: { _count: direction } }, ...last];
  if (column === "state") return [{ state: direction }, ...last];
  return [{ codename: direction }, { id: "asc" }];
}

/** One page of the chosen operations; those without any known day come last. */
export async function listOperations(db: Tx, scope: Scope, filter: OperationFilter) {
  const { page, size, sort, ...choice } = filter;
  const where = whereOperations(scope, choice);
  const total = await db.operation.count({ where });
  const rows = await db.operation.findMany({
    where,
    select: operationRow,
    orderBy: orderOf(sort),
    ...windowOf({ page, size }),
  });
  const nameOf = tellApart(rows);
  return pageOf(
    rows.map((row) => ({ ...laidOut(row), codename: nameOf(row) })),
    total,
    { page, size },
  );
}
