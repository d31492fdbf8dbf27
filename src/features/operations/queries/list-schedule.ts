import "server-only";
import { daysShown } from "#access/days-shown.ts";
import type { Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { tellApart } from "#lib/edition.ts";
import type { Tx } from "#server/db.ts";
import type { OperationChoice } from "../schema.ts";
import { laidOut, operationRow } from "./list-operations.ts";
import { whereOperations } from "./where-operations.ts";

/** As many operations as a timeline can show legibly; `total` says how many there are. */
const MOST = 300;
const day = (column: Date | null) => (column === null ? null : dayOf(column));
const span = ({ startsOn, endsOn }: { startsOn: Date | null; endsOn: Date | null }) => ({
  startsOn: day(startsOn),
  endsOn: day(endsOn),
});
const dates = { startsOn: true, endsOn: true } as const;

/**
 * Operations, phases with the dates of each country, and deployments, earliest first; days of another
 * country only where they may be shown.
 */
export async function listSchedule(db: Tx, scope: Scope, choice: OperationChoice) {
  const where = whereOperations(scope, choice);
  const total = await db.operation.count({ where });
  const found = await db.operation.findMany({
    where,
    select: {
      ...operationRow,
      visibility: true,
      phases: {
        select: {
          id: true,
          kind: true,
          label: true,
          ...dates,
          countries: { select: { countryCode: true, ...dates }, orderBy: { countryCode: "asc" } },
        },
        orderBy: { position: "asc" },
      },
      deployments: {
        select: { id: true, countryCode: true, ...dates, borderPoint: { select: { name: true } } },
        orderBy: [{ countryCode: "asc" }, { borderPoint: { name: "asc" } }],
      },
    },
    orderBy: [{ startsOn: { sort: "asc", nulls: "last" } }, { codename: "asc" }],
    take: MOST,
  });
  const nameOf = tellApart(found);
  const rows = found.map(({ phases, deployments, ...row }) => {
    const shown = daysShown(scope, row);
    return {
      ...laidOut(row),
      codename: nameOf(row),
      phases: phases.map(({ countries, ...phase }) => ({
        ...phase,
        ...span(phase),
        countries: countries.filter(shown).map((country) => ({ ...country, ...span(country) })),
      })),
      deployments: deployments.filter(shown).map(({ borderPoint, ...deployment }) => ({
        ...deployment,
        ...span(deployment),
        name: borderPoint.name,
      })),
    };
  });
  return { rows, total };
}
