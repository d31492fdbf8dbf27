import "server-only";
import { narrowed } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import type { Ctx } from "#server/procedure.ts";
import type { FiguresInput } from "../schema.ts";
import { figureSelect, day, laidOutFigure } from "./figure-rows.ts";
import { demandReadable, isManaged } from "./find-operation.ts";

/** The system person in whose name files are imported; made by the migration. */
const IMPORT = "00000000-0000-7000-8000-000000000001";

/**
 * What was published of an operation: current figures, rival claims with the figure of record and every choice before it,
 * sources and news. Figures are public and never suppressed. `mayWrite`: whether this reader enters and revises them.
 */
export async function listFigures(ctx: Ctx, { operationId }: FiguresInput) {
  const { db, scope, actor } = ctx;
  await demandReadable(db, scope, operationId);
  const figures = await db.figure.findMany({
    where: { operationId, supersededAt: null },
    select: figureSelect,
    orderBy: [{ position: "asc" }, { id: "asc" }],
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
      version: true,
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const news = await db.newsItem.findMany({
    where: { operationId },
    select: { id: true, publishedOn: true, language: true, headline: true, locator: true },
    orderBy: { publishedOn: "desc" },
  });
  const writing = narrowed(actor.grants, "figure:write");
  return {
    figures: figures.map((figure) => laidOutFigure(figure, actor.id)),
    sets: await listSets(ctx, operationId),
    sources: sources.map((source) => ({ ...source, publishedOn: day(source.publishedOn) })),
    news: news.map((item) => ({ ...item, publishedOn: dayOf(item.publishedOn) })),
    mayWrite: writing !== null && (await isManaged(db, writing, operationId)),
  };
}

// Who chose is said as "Import", "you" or "a person": history never tells names.
async function listSets({ db, actor }: Ctx, operationId: string) {
  const by = (personId: string | null) =>
    personId === IMPORT
      ? ("import" as const)
      : personId === actor.id
        ? ("you" as const)
        : ("person" as const);
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
      version: true,
      choices: {
        select: { id: true, figureId: true, reason: true, chosenAt: true, chosenById: true },
        orderBy: [{ chosenAt: "desc" }, { id: "asc" }],
        take: 50,
      },
    },
    orderBy: [{ question: "asc" }, { id: "asc" }],
  });
  return sets.map(({ recordById, choices, ...set }) => ({
    ...set,
    by: by(recordById),
    choices: choices.map(({ chosenById, ...choice }) => ({ ...choice, by: by(chosenById) })),
  }));
}
