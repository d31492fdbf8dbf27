import { permitted, router, run } from "#server/procedure.ts";
import { countToday, countWorlds, getToday } from "./queries.ts";
import { todayInput } from "./schema.ts";

export const todayRouter = router({
  overview: permitted("today:read").input(todayInput).query(run(getToday)),
  worlds: permitted("today:read").query(run(countWorlds)),
  counts: permitted("today:read").input(todayInput).query(run(countToday)),
});
