import { permitted, router, run } from "#server/procedure.ts";
import { importPublished } from "./mutations/import-published.ts";
import { importPublishedInput } from "./schema.ts";

export const importsRouter = router({
  importPublished: permitted("operation:import").input(importPublishedInput).mutation(run(importPublished)),
});
