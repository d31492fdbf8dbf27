import { auditRouter } from "#features/audit/router.ts";
import { importsRouter } from "#features/imports/router.ts";
import { peopleRouter } from "#features/people/router.ts";
import { router } from "#server/procedure.ts";

/** A table of contents: one line a feature. */
export const appRouter = router({
  audit: auditRouter,
  imports: importsRouter,
  people: peopleRouter,
});

export type AppRouter = typeof appRouter;
