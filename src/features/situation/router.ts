import { permitted, read, router, run } from "#server/procedure.ts";
import { getPlaces } from "./analytics/get-places.ts";
import { getTimeline } from "./analytics/get-timeline.ts";
import { listCorridors } from "./analytics/list-corridors.ts";
import { listDays } from "./analytics/list-days.ts";
import { makeTile } from "./analytics/make-tile.ts";
import { sumBefore } from "./analytics/sum-before.ts";
import { listAccess, listFilterChoices } from "./queries.ts";
import { beforeInput, daysInput, placeFilter, tileInput, totalFilter, worldInput } from "./schema.ts";

export const situationRouter = router({
  places: permitted("total:read").input(totalFilter).query(run(getPlaces)),
  choices: permitted("total:read").input(worldInput).query(read(listFilterChoices)),
  timeline: permitted("total:read").input(placeFilter).query(run(getTimeline)),
  access: permitted("access:read").input(totalFilter).query(read(listAccess)),
  corridors: permitted("corridor:read").input(totalFilter).query(read(listCorridors)),
  tile: permitted("total:read").input(tileInput).query(read(makeTile)),
  before: permitted("total:read").input(beforeInput).query(run(sumBefore)),
  days: permitted("total:read").input(daysInput).query(run(listDays)),
});
