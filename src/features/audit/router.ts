import { permitted, router, run } from "#server/procedure.ts";
import { listHistory } from "./queries.ts";
import { historyFilter } from "./schema.ts";

export const auditRouter = router({
  history: permitted("history:read")
    .input(historyFilter)
    .query(run((ctx, filter) => listHistory(ctx.db, ctx.scope, { ...filter, actorId: ctx.actor.id }))),
});
