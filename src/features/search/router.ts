import { permitted, router, run } from "#server/procedure.ts";
import { findAnything } from "./queries.ts";
import { findInput } from "./schema.ts";

export const searchRouter = router({
  find: permitted("search:read").input(findInput).query(run(findAnything)),
});
