import "server-only";
import { withinCountry, withinOperations, type Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { monthOf } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import type { OnePoint } from "../schema.ts";
import { inOrder, standing } from "./access-now.ts";

const select = {
  id: true,
  system: true,
  databases: true,
  broughtByOperationId: true,
  version: true,
  statuses: {
    select: {
      id: true,
      state: true,
      onDate: true,
      note: true,
      recordedAt: true,
      withdrawnAt: true,
      reason: true,
    },
  },
  volumes: {
    orderBy: [{ month: "asc" }, { database: "asc" }, { source: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
    take: 3000,
    select: {
      id: true,
      database: true,
      month: true,
      source: true,
      count: true,
      recordedAt: true,
      supersedesId: true,
      supersededAt: true,
      reason: true,
    },
  },
} as const satisfies Prisma.AccessPointSelect;

/** Access at one point: systems, dated statuses, what each source counted. For its country and headquarters; others find nothing. */
export async function getAccess(db: Tx, scope: Scope, { id, exercise }: OnePoint) {
  const point = await db.borderPoint.findFirst({
    where: { AND: [{ id }, withinCountry(scope)] },
    select: { accessPoints: { where: { exercise }, orderBy: [{ system: "asc" }, { id: "asc" }], select } },
  });
  if (!point) throw new DomainError("not_found", "not_found");
  const brought = point.accessPoints.flatMap((one) => one.broughtByOperationId ?? []);
  const operations = await db.operation.findMany({
    where: { AND: [withinOperations(scope), { id: { in: brought } }] },
    select: { id: true, slug: true, codename: true, year: true },
  });
  return point.accessPoints.map(({ statuses, volumes, ...access }) => {
    const last = standing(statuses).at(-1);
    return {
      ...access,
      state: last?.state ?? null,
      since: last ? dayOf(last.onDate) : null,
      broughtBy: operations.find((operation) => operation.id === access.broughtByOperationId) ?? null,
      statuses: inOrder(statuses).map((status) => ({ ...status, onDate: dayOf(status.onDate) })),
      volumes: volumes.map((volume) => ({ ...volume, month: monthOf(dayOf(volume.month)) })),
    };
  });
}

/** Operations that may have brought access to a point: those within reach that its country takes part in. */
export async function listBringers(db: Tx, scope: Scope, { id, exercise }: OnePoint) {
  const point = await db.borderPoint.findFirst({
    where: { AND: [{ id }, withinCountry(scope)] },
    select: { countryCode: true },
  });
  if (!point) throw new DomainError("not_found", "not_found");
  return db.operation.findMany({
    where: {
      AND: [
        withinOperations(scope),
        { exercise, participations: { some: { countryCode: point.countryCode } } },
      ],
    },
    select: { id: true, codename: true, year: true },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { codename: "asc" }],
    take: 300,
  });
}

/** An access point as a write needs it; throws `not_found` outside the reach of its country. */
export async function findAccess(db: Tx, scope: Scope, id: string) {
  const access = await db.accessPoint.findFirst({
    where: { AND: [{ id }, withinCountry(scope)] },
    select: {
      id: true,
      borderPointId: true,
      countryCode: true,
      system: true,
      databases: true,
      broughtByOperationId: true,
      exercise: true,
      version: true,
      borderPoint: { select: { timeZone: true } },
      statuses: {
        select: { id: true, state: true, onDate: true, note: true, recordedAt: true, withdrawnAt: true },
      },
    },
  });
  if (!access) throw new DomainError("not_found", "not_found");
  return access;
}
export type FoundAccess = Awaited<ReturnType<typeof findAccess>>;
