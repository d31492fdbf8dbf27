import "server-only";
import type { Scope } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Tx } from "#server/db.ts";
import type { FiguresInput } from "../schema.ts";
import { demandManaged } from "./find-operation.ts";

const day = (column: Date | null) => (column === null ? null : dayOf(column));

/** What the form of a figure offers of its operation: phases, and the countries that take part first. */
export async function listFigureChoices(db: Tx, scope: Scope, { operationId }: FiguresInput) {
  await demandManaged(db, scope, operationId);
  const phases = await db.phase.findMany({
    where: { operationId },
    select: { id: true, kind: true, label: true, startsOn: true, endsOn: true },
    orderBy: { position: "asc" },
  });
  const participations = await db.participation.findMany({
    where: { operationId },
    select: { countryCode: true },
    orderBy: { countryCode: "asc" },
  });
  const commodities = await db.figure.findMany({
    where: { commodity: { not: null } },
    distinct: ["commodity"],
    select: { commodity: true },
    orderBy: { commodity: "asc" },
    take: 200,
  });
  return {
    phases: phases.map((phase) => ({ ...phase, startsOn: day(phase.startsOn), endsOn: day(phase.endsOn) })),
    countries: participations.map(({ countryCode }) => countryCode),
    commodities: commodities.flatMap(({ commodity }) => (commodity === null ? [] : [commodity])),
  };
}
