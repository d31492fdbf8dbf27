import "server-only";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "#server/db.ts";
import type { Entry } from "../rules/compare-editions.ts";

const figureSelect = {
  measure: true,
  unit: true,
  label: true,
  commodity: true,
  offence: true,
  countryCode: true,
  noticeColour: true,
  ageGroup: true,
  sex: true,
  valuation: true,
  value: true,
  low: true,
  high: true,
  qualifier: true,
  wording: true,
  status: true,
  databases: true,
} as const satisfies Prisma.FigureSelect;
type Loaded = Prisma.FigureGetPayload<{ select: typeof figureSelect }>;
const number = (decimal: { toNumber(): number } | null) => decimal?.toNumber() ?? null;
const NAMED_BY_LABEL: readonly string[] = ["other", "seizures", "outcomes", "assets_identified"];

/** Published figures of one operation within reach: single ones and figures of record, never the parts of another figure. */
export async function listEditionFigures(db: Tx, operationId: string): Promise<Entry[]> {
  const rows = await db.figure.findMany({
    where: {
      operationId,
      partOfId: null,
      supersededAt: null,
      OR: [{ figureSetId: null }, { recordOf: { isNot: null } }],
    },
    select: figureSelect,
    orderBy: { position: "asc" },
    take: 500,
  });
  return rows.map(entryOf);
}

function entryOf(row: Loaded): Entry {
  const [value, low, high] = [number(row.value), number(row.low), number(row.high)];
  const dimensions = [row.commodity, row.offence, row.countryCode, row.noticeColour, row.ageGroup, row.sex];
  const named = NAMED_BY_LABEL.includes(row.measure) ? [row.commodity ?? row.label] : [];
  const kind = [...new Set([...named, ...dimensions])].filter(Boolean).join(", ");
  return {
    source: "published",
    measure: row.measure,
    unit: row.unit,
    kind: kind || null,
    valuation: row.valuation,
    value: low === null && high === null ? value : null,
    low,
    high,
    qualifier: row.qualifier,
    wording: row.wording,
    status: row.status,
    hidden: false,
    bases: [],
    databases: row.databases,
  };
}

/** Days of an operation: of its tactical phase, else its own; and whether they are known to the day. */
export async function getEditionDays(db: Tx, operationId: string) {
  const { startsOn, endsOn, phases, publishedDates } = await db.operation.findUniqueOrThrow({
    where: { id: operationId },
    select: {
      startsOn: true,
      endsOn: true,
      phases: {
        where: { kind: "tactical", startsOn: { not: null } },
        select: { startsOn: true, endsOn: true },
      },
      publishedDates: { where: { phaseId: null }, select: { precision: true } },
    },
  });
  if (phases.length > 0) {
    const from = phases.map((phase) => phase.startsOn).filter((day) => day !== null);
    const to = phases.map((phase) => phase.endsOn).filter((day) => day !== null);
    const known = from.length === phases.length && to.length === phases.length;
    return {
      from: known ? new Date(Math.min(...from.map(Number))) : null,
      to: known ? new Date(Math.max(...to.map(Number))) : null,
      exact: true,
    };
  }
  const exact = publishedDates.every(({ precision }) => precision === "day");
  return { from: startsOn, to: endsOn, exact: exact && startsOn !== null };
}
