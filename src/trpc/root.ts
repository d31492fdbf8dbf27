import { auditRouter } from "#features/audit/router.ts";
import { router } from "#server/procedure.ts";

/** A table of contents: one line a feature. */
export const appRouter = router({
  audit: auditRouter,
});

export type AppRouter = typeof appRouter;
