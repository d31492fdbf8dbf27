import { permitted, read, router, run } from "#server/procedure.ts";
import { listFigures, listNews } from "./queries.ts";
import { figuresInput } from "./schema.ts";

export const figuresRouter = router({
  list: permitted("figure:read").input(figuresInput).query(read(listFigures)),
  news: permitted("figure:read").query(run(({ db, scope }) => listNews(db, scope))),
});
