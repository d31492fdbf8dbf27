import { permitted, read, router } from "#server/procedure.ts";
import { listFigures } from "./queries.ts";
import { figuresInput } from "./schema.ts";

export const figuresRouter = router({
  list: permitted("figure:read").input(figuresInput).query(read(listFigures)),
});
