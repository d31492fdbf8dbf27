import { auditRouter } from "#features/audit/router.ts";
import { importsRouter } from "#features/imports/router.ts";
import { liveRouter } from "#features/live/router.ts";
import { matchesRouter } from "#features/matches/router.ts";
import { organisationsRouter } from "#features/organisations/router.ts";
import { outcomesRouter } from "#features/outcomes/router.ts";
import { peopleRouter } from "#features/people/router.ts";
import { returnsRouter } from "#features/returns/router.ts";
import { figuresRouter } from "#features/figures/router.ts";
import { operationsRouter } from "#features/operations/router.ts";
import { pointsRouter } from "#features/points/router.ts";
import { situationRouter } from "#features/situation/router.ts";
import { summaryRouter } from "#features/summary/router.ts";
import { todayRouter } from "#features/today/router.ts";
import { trainingRouter } from "#features/training/router.ts";
import { searchRouter } from "#features/search/router.ts";
import { viewsRouter } from "#features/views/router.ts";
import { router } from "#server/procedure.ts";

/** A table of contents: one line a feature. */
export const appRouter = router({
  audit: auditRouter,
  imports: importsRouter,
  live: liveRouter,
  matches: matchesRouter,
  organisations: organisationsRouter,
  outcomes: outcomesRouter,
  people: peopleRouter,
  returns: returnsRouter,
  figures: figuresRouter,
  operations: operationsRouter,
  points: pointsRouter,
  situation: situationRouter,
  summary: summaryRouter,
  today: todayRouter,
  training: trainingRouter,
  search: searchRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;
