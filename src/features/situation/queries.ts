import "server-only";
import { countriesOf, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { columnOf, dayOf } from "#lib/calendar-day.ts";
import { isWholeIn, type Bucket, type LocalDate } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import { listChoices } from "#features/operations/queries/list-choices.ts";
import { whereOperations } from "#features/operations/queries/where-operations.ts";
import type { TotalFilter } from "./schema.ts";

const day = (column: Date | null) => (column === null ? null : dayOf(column));

/** Operations whose results are asked for, within reach: of the real world or of the exercise, never both. */
export async function chooseOperations(db: Tx, scope: Scope, filter: TotalFilter) {
  const { exercise, programme, operation } = filter;
  const where = whereOperations(scope, { exercise, ...(programme === undefined ? {} : { programme }) });
  const rows = await db.operation.findMany({
    where: operation === undefined ? where : { AND: [where, { slug: operation }] },
    select: {
      id: true,
      slug: true,
      codename: true,
      year: true,
      state: true,
      handlingMark: true,
      startsOn: true,
      endsOn: true,
    },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { codename: "asc" }, { id: "asc" }],
    take: 1000,
  });
  return rows.map(({ startsOn, endsOn, ...row }) => ({
    ...row,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  }));
}
export type ChosenOperation = Awaited<ReturnType<typeof chooseOperations>>[number];

/** Days on which these operations report: from their deployments, else their own days; decides how fine a trend is drawn. */
export async function listReportingSpans(db: Tx, operations: readonly ChosenOperation[]) {
  const { _min, _max } = await db.deployment.aggregate({
    where: { operationId: { in: operations.map(({ id }) => id) }, returnsFrom: { not: null } },
    _min: { returnsFrom: true },
    _max: { returnsTo: true, endsOn: true },
  });
  if (_min.returnsFrom === null) return operations;
  return [{ startsOn: dayOf(_min.returnsFrom), endsOn: day(_max.returnsTo ?? _max.endsOn) }];
}

/** Programmes, countries and operations to choose from in this world. */
export async function listFilterChoices(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const operations = await db.operation.findMany({
    where: whereOperations(scope, { exercise }),
    select: { slug: true, codename: true, year: true },
    orderBy: [{ codename: "asc" }, { year: "asc" }],
    take: 500,
  });
  return { ...(await listChoices(db, scope, { exercise })), operations };
}

type Span = { from?: LocalDate | undefined; to?: LocalDate | undefined };

/** The totals to sum over a period, as narrow as it allows: by week (and month) where it cuts none and no day is asked for. */
export const totalsOver = (span: Span, bucket: Bucket = "month"): Prisma.Sql =>
  bucket !== "day" && isWholeIn(span, "week") ? Prisma.sql`week_total` : Prisma.sql`daily_total`;

/** The same by border point: by whole months or by day. */
export const pointTotalsOver = (span: Span): Prisma.Sql =>
  isWholeIn(span, "month") ? Prisma.sql`point_month_total` : Prisma.sql`point_total`;

type Places = { ids: string[]; country: string | undefined };

/** Border points and countries of these operations; row-level security keeps points that others use alone out of sight. */
export async function listPoints(db: Tx, { ids, country }: Places) {
  const ofCountry = country === undefined ? {} : { countryCode: country };
  const deployments = await db.deployment.findMany({
    where: { operationId: { in: ids }, ...ofCountry },
    select: {
      operation: { select: { id: true, slug: true } },
      returnsFrom: true,
      borderPoint: {
        select: {
          id: true,
          code: true,
          name: true,
          kind: true,
          iata: true,
          countryCode: true,
          timeZone: true,
          latitude: true,
          longitude: true,
        },
      },
    },
    take: 5000,
  });
  const participations = await db.participation.findMany({
    where: { operationId: { in: ids }, ...ofCountry },
    select: { countryCode: true, operation: { select: { slug: true } } },
    orderBy: { countryCode: "asc" },
    take: 5000,
  });
  const points = Map.groupBy(deployments, ({ borderPoint }) => borderPoint.id);
  const countries = Map.groupBy(participations, ({ countryCode }) => countryCode);
  return {
    points: [...points.values()].flatMap((held) =>
      held.slice(0, 1).map(({ borderPoint }) => ({
        ...pointOf(
          borderPoint,
          held.map(({ operation }) => operation.slug),
        ),
        /** Whether daily returns are due here at all, and of which operations. */
        expected: held.some(({ returnsFrom }) => returnsFrom !== null),
        reach: held.map(({ operation }) => operation.id),
      })),
    ),
    countries: [...countries].map(([code, held]) => ({
      code,
      operations: held.map(({ operation }) => operation.slug),
    })),
  };
}

type Point = { latitude: { toNumber(): number } | null; longitude: { toNumber(): number } | null };

function pointOf<P extends Point>({ latitude, longitude, ...point }: P, operations: string[]) {
  const place = latitude && longitude ? { lat: latitude.toNumber(), lon: longitude.toNumber() } : null;
  return { ...point, place, operations: [...new Set(operations)] };
}

type Silent = {
  ids: string[];
  points: string[];
  filter: { from?: string | undefined; to?: string | undefined };
};

/** Of border points without any figure those that filed a return all the same: "no checks made" is a report. */
export async function listSilentPoints(db: Tx, { ids, points, filter }: Silent): Promise<Set<string>> {
  if (points.length === 0) return new Set();
  const { from, to } = filter;
  const rows = await db.dailyReturn.groupBy({
    by: ["borderPointId"],
    where: {
      operationId: { in: ids },
      borderPointId: { in: points },
      supersededAt: null,
      localDate: { ...(from && { gte: columnOf(from) }), ...(to && { lte: columnOf(to) }) },
    },
  });
  return new Set(rows.map(({ borderPointId }) => borderPointId));
}

/** Access at the border points of the chosen operations with its dated states: for the owner and headquarters alone. */
export async function listAccess(db: Tx, scope: Scope, filter: TotalFilter) {
  const operations = await chooseOperations(db, scope, filter);
  const countries = countriesOf(scope);
  const rows = await db.accessPoint.findMany({
    where: {
      exercise: filter.exercise,
      ...(countries === "all" ? {} : { countryCode: { in: countries } }),
      ...(filter.country === undefined ? {} : { AND: { countryCode: filter.country } }),
      borderPoint: { deployments: { some: { operationId: { in: operations.map(({ id }) => id) } } } },
    },
    select: {
      borderPointId: true,
      system: true,
      statuses: {
        where: { withdrawnAt: null },
        select: { state: true, onDate: true },
        // Of two on one day the one entered later stands, as on the page of the point.
        orderBy: [{ onDate: "asc" }, { recordedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
        take: 50,
      },
    },
    orderBy: { id: "asc" },
    take: 5000,
  });
  return rows.map(({ borderPointId, system, statuses }) => ({
    point: borderPointId,
    system,
    history: statuses.map(({ state, onDate }) => ({ state, on: dayOf(onDate) })),
  }));
}
