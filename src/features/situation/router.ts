import { permitted, read, router, run } from "#server/procedure.ts";
import { getPlaces, getTimeline } from "./analytics.ts";
import { listFilterChoices } from "./queries.ts";
import { totalFilter, worldInput } from "./schema.ts";

export const situationRouter = router({
  places: permitted("total:read").input(totalFilter).query(run(getPlaces)),
  choices: permitted("total:read").input(worldInput).query(read(listFilterChoices)),
  timeline: permitted("total:read").input(totalFilter).query(run(getTimeline)),
});
