import "server-only";
import { within, type Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { tellApart } from "#lib/edition.ts";
import type { Tx } from "#server/db.ts";

const day = (column: Date | null) => (column === null ? null : dayOf(column));

/** Operations under way × countries in which I may record, with their border points and phases. */
export async function listPlaces(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const rows = await db.participation.findMany({
    where: { AND: [within(scope), { operation: { exercise, state: { in: ["live", "follow_up"] } } }] },
    orderBy: [{ operation: { codename: "asc" } }, { countryCode: "asc" }],
    take: 500,
    select: {
      operationId: true,
      countryCode: true,
      operation: {
        select: {
          slug: true,
          codename: true,
          edition: true,
          year: true,
          phases: {
            orderBy: { position: "asc" },
            select: { id: true, kind: true, label: true, startsOn: true, endsOn: true },
          },
        },
      },
      deployments: {
        orderBy: { borderPoint: { name: "asc" } },
        select: {
          borderPointId: true,
          dayStartsAt: true,
          borderPoint: { select: { name: true, timeZone: true } },
        },
      },
    },
  });
  const nameOf = tellApart(rows.map(({ operation }) => operation));
  return rows.map(({ operation: { phases, slug, ...named }, deployments, ...row }) => ({
    ...row,
    operation: { slug, codename: nameOf(named) },
    phases: phases.map((phase) => ({ ...phase, startsOn: day(phase.startsOn), endsOn: day(phase.endsOn) })),
    points: deployments.map(({ borderPointId, dayStartsAt, borderPoint }) => ({
      id: borderPointId,
      dayStartsAt,
      ...borderPoint,
    })),
  }));
}
export type ResultPlace = Awaited<ReturnType<typeof listPlaces>>[number];
