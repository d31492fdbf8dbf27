import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import type { FiguresInput } from "./schema.ts";

const figureSelect = {
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
  periodWording: true,
  asOf: true,
  status: true,
  partOfId: true,
  valuation: true,
  note: true,
  sourceId: true,
  figureSetId: true,
} as const satisfies Prisma.FigureSelect;

const number = (decimal: { toNumber(): number } | null) => decimal?.toNumber() ?? null;
const day = (column: Date | null) => (column === null ? null : dayOf(column));

/**
 * What was published of an operation: figures, rival claims with the figure of record, sources and news. Figures of the
 * archive are public and never suppressed.
 */
export async function listFigures(db: Tx, scope: Scope, { operationId }: FiguresInput) {
  const operation = await db.operation.findFirst({
    where: { AND: [withinOperations(scope), { id: operationId }] },
    select: { id: true },
  });
  if (!operation) throw new DomainError("not_found", "not_found");
  const figures = await db.figure.findMany({
    where: { operationId },
    select: figureSelect,
    orderBy: { position: "asc" },
  });
  const sets = await db.figureSet.findMany({
    where: { operationId },
    select: {
      id: true,
      question: true,
      scope: true,
      recordFigureId: true,
      recordReason: true,
      recordAt: true,
      recordById: true,
    },
    orderBy: { question: "asc" },
  });
  const sources = await db.source.findMany({
    where: { operationId },
    select: {
      id: true,
      locator: true,
      title: true,
      publisher: true,
      language: true,
      publishedOn: true,
      tier: true,
    },
    orderBy: { position: "asc" },
  });
  const news = await db.newsItem.findMany({
    where: { operationId },
    select: { id: true, publishedOn: true, language: true, headline: true, locator: true },
    orderBy: { publishedOn: "desc" },
  });
  return {
    figures: figures.map((figure) => ({
      ...figure,
      value: number(figure.value),
      low: number(figure.low),
      high: number(figure.high),
      asOf: day(figure.asOf),
    })),
    // Who chose is said as "Import" or "a person": history never tells names.
    sets: sets.map(({ recordById, ...set }) => ({ ...set, byImport: recordById === IMPORT })),
    sources: sources.map((source) => ({ ...source, publishedOn: day(source.publishedOn) })),
    news: news.map((item) => ({ ...item, publishedOn: dayOf(item.publishedOn) })),
  };
}

/** Headlines of the published world, newest first: those of no operation, and those of operations within reach. */
export async function listNews(db: Tx, scope: Scope) {
  const real = { AND: [withinOperations(scope), { exercise: false }] };
  const rows = await db.newsItem.findMany({
    where: { OR: [{ operationId: null }, { operation: real }] },
    select: { id: true, publishedOn: true, language: true, headline: true, locator: true },
    orderBy: [{ publishedOn: "desc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map((item) => ({ ...item, publishedOn: dayOf(item.publishedOn) }));
}

/** The system person in whose name files are imported; made by the migration. */
const IMPORT = "00000000-0000-7000-8000-000000000001";
