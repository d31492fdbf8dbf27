import { permitted, router, run } from "#server/procedure.ts";
import { forgetView, keepView } from "./mutations.ts";
import { listViews } from "./queries.ts";
import { keepViewInput, viewIdInput } from "./schema.ts";

export const viewsRouter = router({
  list: permitted("self:read").query(run(listViews)),
  keep: permitted("self:write").input(keepViewInput).mutation(run(keepView)),
  forget: permitted("self:write").input(viewIdInput).mutation(run(forgetView)),
});
