import "server-only";
import type { Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { tellApart } from "#lib/edition.ts";
import type { Tx } from "#server/db.ts";
import type { OperationChoice } from "../schema.ts";
import { laidOut, operationRow } from "./list-operations.ts";
import { whereOperations } from "./where-operations.ts";

/** As many as a timeline or a map can show legibly; `total` says how many there are. */
const MOST = 500;
const day = (column: Date | null) => (column === null ? null : dayOf(column));

/** The chosen operations for the timeline and the map: phases and border points, earliest first, undated last. */
export async function chartOperations(db: Tx, scope: Scope, choice: OperationChoice) {
  const where = whereOperations(scope, choice);
  const total = await db.operation.count({ where });
  const found = await db.operation.findMany({
    where,
    select: {
      ...operationRow,
      phases: {
        select: { id: true, kind: true, label: true, startsOn: true, endsOn: true },
        orderBy: { position: "asc" },
      },
      deployments: {
        select: {
          borderPoint: {
            select: { id: true, name: true, countryCode: true, kind: true, latitude: true, longitude: true },
          },
        },
      },
    },
    orderBy: [{ startsOn: { sort: "asc", nulls: "last" } }, { codename: "asc" }],
    take: MOST,
  });
  const nameOf = tellApart(found);
  const rows = found.map(({ phases, deployments, ...row }) => ({
    ...laidOut(row),
    codename: nameOf(row),
    phases: phases.map((phase) => ({ ...phase, startsOn: day(phase.startsOn), endsOn: day(phase.endsOn) })),
    points: deployments.map(({ borderPoint: { latitude, longitude, ...point } }) => ({
      ...point,
      place: latitude && longitude ? { lat: Number(latitude), lon: Number(longitude) } : null,
    })),
  }));
  return { rows, total };
}
