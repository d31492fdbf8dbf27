import "server-only";
import { daysShown } from "#access/days-shown.ts";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import { mayPlan } from "./may-plan.ts";

const operationSelect = {
  id: true,
  slug: true,
  codename: true,
  series: true,
  edition: true,
  year: true,
  yearInferred: true,
  objective: true,
  handlingMark: true,
  exercise: true,
  state: true,
  visibility: true,
  confidence: true,
  importId: true,
  version: true,
  liveReason: true,
  stateReason: true,
  crimeAreas: true,
  countingBasis: true,
  retentionOn: true,
  startsOn: true,
  endsOn: true,
  parent: { select: { slug: true, codename: true, edition: true, year: true } },
  programmes: {
    select: {
      label: true,
      programme: {
        select: {
          code: true,
          name: true,
          objective: true,
          topics: true,
          databases: true,
          systems: true,
          sectors: true,
        },
      },
    },
    orderBy: { programme: { code: "asc" } },
  },
  organisations: {
    select: {
      role: true,
      note: true,
      organisation: { select: { id: true, name: true, acronym: true, kind: true, countryCode: true } },
    },
    orderBy: [{ role: "asc" }, { organisation: { name: "asc" } }],
  },
  phases: {
    select: {
      id: true,
      kind: true,
      label: true,
      startsOn: true,
      endsOn: true,
      derived: true,
      note: true,
      countries: {
        select: { countryCode: true, startsOn: true, endsOn: true },
        orderBy: { countryCode: "asc" },
      },
      publishedDates: { select: { id: true, earliest: true, latest: true, precision: true, wording: true } },
    },
    orderBy: { position: "asc" },
  },
  publishedDates: {
    where: { phaseId: null },
    select: { id: true, earliest: true, latest: true, precision: true, inferred: true, wording: true },
  },
  participations: {
    select: { countryCode: true, role: true, state: true, focalLiaison: true },
    orderBy: { countryCode: "asc" },
  },
  deployments: {
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      dayStartsAt: true,
      shifts: true,
      returnsFrom: true,
      returnsTo: true,
      borderPoint: {
        select: {
          id: true,
          name: true,
          countryCode: true,
          kind: true,
          iata: true,
          latitude: true,
          longitude: true,
        },
      },
    },
    orderBy: [{ countryCode: "asc" }, { borderPoint: { name: "asc" } }],
  },
  remarks: { select: { id: true, kind: true, text: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.OperationSelect;

const day = (column: Date | null) => (column === null ? null : dayOf(column));

/** One operation with its plan, by its address; `not_found` where it lies outside the reader's reach. */
export async function getOperation(db: Tx, scope: Scope, { slug }: { slug: string }) {
  const found = await db.operation.findFirst({
    where: { AND: [withinOperations(scope), { slug }] },
    select: operationSelect,
  });
  if (!found) throw new DomainError("not_found", "not_found");
  const { phases, publishedDates, deployments, startsOn, endsOn, importId, ...operation } = found;
  const shown = daysShown(scope, operation);
  return {
    ...operation,
    /** The reader plans this operation: may edit it and change its state. */
    planner: mayPlan(scope, operation.id),
    /** Taken from a file of published operations. */
    imported: importId !== null,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    phases: phases.map((phase) => ({
      ...phase,
      startsOn: day(phase.startsOn),
      endsOn: day(phase.endsOn),
      countries: phase.countries.filter(shown).map((one) => ({
        ...one,
        startsOn: day(one.startsOn),
        endsOn: day(one.endsOn),
      })),
      publishedDates: phase.publishedDates.map(rough),
    })),
    publishedDates: publishedDates.map(rough),
    retentionOn: operation.retentionOn === null ? null : dayOf(operation.retentionOn),
    points: deployments.map(({ borderPoint: { latitude, longitude, ...point }, ...post }) => ({
      ...point,
      /** Null where its days are not the reader's to know. */
      deployment: shown(point)
        ? {
            ...post,
            startsOn: day(post.startsOn),
            endsOn: day(post.endsOn),
            returnsFrom: day(post.returnsFrom),
            returnsTo: day(post.returnsTo),
          }
        : null,
      place: latitude && longitude ? { lat: Number(latitude), lon: Number(longitude) } : null,
    })),
  };
}

function rough<Row extends { earliest: Date | null; latest: Date | null }>(row: Row) {
  return { ...row, earliest: day(row.earliest), latest: day(row.latest) };
}
