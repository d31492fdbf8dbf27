import { permitted, router, run } from "#server/procedure.ts";
import { getPlaces, getTimeline } from "./analytics.ts";
import { totalFilter } from "./schema.ts";

export const situationRouter = router({
  places: permitted("total:read").input(totalFilter).query(run(getPlaces)),
  timeline: permitted("total:read").input(totalFilter).query(run(getTimeline)),
});
