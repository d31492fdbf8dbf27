import { permitted, read, router, run } from "#server/procedure.ts";
import { recordArrest, recordOutcome, recordPeople, recordSeizure } from "./mutations.ts";
import { listOutcomesOfMatch } from "./queries.ts";
import * as schema from "./schema.ts";

export const outcomesRouter = router({
  ofMatch: permitted("match:read").input(schema.ofMatchFilter).query(read(listOutcomesOfMatch)),
  record: permitted("outcome:record").input(schema.recordOutcomeInput).mutation(run(recordOutcome)),
  recordArrest: permitted("outcome:record").input(schema.recordArrestInput).mutation(run(recordArrest)),
  recordPeople: permitted("outcome:record").input(schema.recordPeopleInput).mutation(run(recordPeople)),
  recordSeizure: permitted("outcome:record").input(schema.recordSeizureInput).mutation(run(recordSeizure)),
});
