import { permitted, read, router, run } from "#server/procedure.ts";
import { getOpen } from "./queries/get-open.ts";
import { compareOperations } from "./analytics/compare-operations.ts";
import { getCuts } from "./analytics/get-cuts.ts";
import { getTotals } from "./analytics/get-totals.ts";
import { listParts } from "./analytics/list-parts.ts";
import { listPublished } from "./queries/list-published.ts";
import { compareInput, partsInput, summaryFilter, totalsOnly } from "./schema.ts";

export const summaryRouter = router({
  totals: permitted("total:read").input(summaryFilter).query(run(getTotals)),
  cuts: permitted("total:read").input(totalsOnly).query(run(getCuts)),
  parts: permitted("total:read").input(partsInput).query(read(listParts)),
  open: permitted("total:read").input(totalsOnly).query(run(getOpen)),
  compare: permitted("total:read").input(compareInput).query(run(compareOperations)),
  published: permitted("figure:read").input(totalsOnly).query(read(listPublished)),
});
