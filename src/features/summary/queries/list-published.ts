import "server-only";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Measure } from "#generated/prisma/enums.ts";
import { overlapOf } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import { chooseOperations, type ChosenOperation } from "#features/situation/queries.ts";
import type { TotalFilter } from "#features/situation/schema.ts";
import { sumPublished, type Published } from "../rules/sum-published.ts";

const figureSelect = {
  id: true,
  operationId: true,
  measure: true,
  unit: true,
  label: true,
  commodity: true,
  valuation: true,
  value: true,
  low: true,
  high: true,
  qualifier: true,
  wording: true,
  status: true,
} as const satisfies Prisma.FigureSelect;

type Loaded = Prisma.FigureGetPayload<{ select: typeof figureSelect }>;
const number = (decimal: { toNumber(): number } | null) => decimal?.toNumber() ?? null;

/**
 * What was published, beside the totals and never adjusted to them: single figures and figures of record, not the parts of
 * another figure. With a country chosen, only figures stated for that country: what was published of several is not divided.
 */
export async function listPublished(db: Tx, scope: Scope, filter: TotalFilter) {
  const operations = (await chooseOperations(db, scope, filter)).filter((operation) =>
    isInPeriod(operation, filter),
  );
  const named = new Map(operations.map((operation) => [operation.id, operation]));
  const rows = await db.figure.findMany({
    where: {
      operationId: { in: [...named.keys()] },
      partOfId: null,
      supersededAt: null,
      OR: [{ figureSetId: null }, { recordOf: { isNot: null } }],
      ...(filter.country === undefined ? {} : { countryCode: filter.country }),
    },
    select: figureSelect,
    orderBy: [{ operation: { startsOn: { sort: "desc", nulls: "last" } } }, { position: "asc" }],
    take: 2000,
  });
  const figures = rows.flatMap((row) => {
    const operation = named.get(row.operationId);
    return operation ? [laidOut(row, operation)] : [];
  });
  const measures = [...Map.groupBy(figures, ({ measure }) => measure)].map(([measure, group]) => ({
    measure,
    ...sumPublished(group),
  }));
  return {
    operations: new Set(rows.map(({ operationId }) => operationId)).size,
    measures: measures.toSorted(inOrder),
  };
}

function laidOut({ operationId: _, ...row }: Loaded, { slug, codename, year }: ChosenOperation): Published {
  return {
    ...row,
    value: number(row.value),
    low: number(row.low),
    high: number(row.high),
    operation: { slug, codename, year },
  };
}

/** An operation whose days nobody knows is never hidden by a period. */
function isInPeriod({ startsOn, endsOn }: ChosenOperation, { from, to }: TotalFilter): boolean {
  if (startsOn === null) return true;
  const asked = { from: from ?? "1900-01-01", to: to ?? "2199-12-31" };
  return overlapOf({ from: startsOn, to: endsOn ?? startsOn }, asked) !== null;
}

const ORDER: readonly Measure[] = [
  "checks",
  "matches",
  "confirmed_matches",
  "arrests",
  "victims_presumed",
  "victims_identified",
];
const place = (measure: Measure) => (ORDER.indexOf(measure) + ORDER.length + 1) % (ORDER.length + 1);

function inOrder(a: { measure: Measure }, b: { measure: Measure }): number {
  return place(a.measure) - place(b.measure) || (a.measure < b.measure ? -1 : 1);
}
