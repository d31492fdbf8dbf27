import "server-only";
import type { Prisma } from "#generated/prisma/client.ts";
import { Offence } from "#generated/prisma/enums.ts";
import { dayOf } from "#lib/calendar-day.ts";

export const figureSelect = {
  id: true,
  measure: true,
  unit: true,
  databases: true,
  label: true,
  value: true,
  low: true,
  high: true,
  qualifier: true,
  wording: true,
  certainty: true,
  countryCode: true,
  phaseId: true,
  offence: true,
  commodity: true,
  noticeColour: true,
  ageGroup: true,
  sex: true,
  periodFrom: true,
  periodTo: true,
  periodWording: true,
  asOf: true,
  status: true,
  partOfId: true,
  valuation: true,
  note: true,
  sourceId: true,
  figureSetId: true,
  supersedesId: true,
  reason: true,
  supersededAt: true,
  enteredById: true,
  enteredAt: true,
} as const satisfies Prisma.FigureSelect;

type Row = Prisma.FigureGetPayload<{ select: typeof figureSelect }>;

const isOffence = (text: string): text is Offence => Object.hasOwn(Offence, text);
const number = (decimal: { toNumber(): number } | null) => decimal?.toNumber() ?? null;
export const day = (column: Date | null) => (column === null ? null : dayOf(column));

/** A figure for the wire: numbers as numbers, days as days, and no name of whoever entered it. */
export function laidOutFigure({ enteredById, ...row }: Row, readerId: string) {
  return {
    ...row,
    offence: row.offence !== null && isOffence(row.offence) ? row.offence : null,
    value: number(row.value),
    low: number(row.low),
    high: number(row.high),
    periodFrom: day(row.periodFrom),
    periodTo: day(row.periodTo),
    asOf: day(row.asOf),
    byHand: enteredById !== null,
    mine: enteredById === readerId,
  };
}
