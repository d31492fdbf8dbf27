import { follow, permitted, router } from "#server/procedure.ts";
import { followOwnChanges } from "./queries.ts";

export const liveRouter = router({
  changes: permitted("live:listen").subscription(follow(followOwnChanges)),
});
