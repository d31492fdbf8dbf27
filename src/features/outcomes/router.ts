import { permitted, read, router, run } from "#server/procedure.ts";
import { recordOutcome } from "./mutations/record-outcome.ts";
import { recordArrest, recordPeople, recordPeopleGroups, recordSeizure } from "./mutations/record-result.ts";
import { listMatchesToCite } from "./queries/list-matches-to-cite.ts";
import { listOutcomesOfMatch } from "./queries/list-outcomes-of-match.ts";
import { listPlaces } from "./queries/list-places.ts";
import * as schema from "./schema.ts";

const records = permitted("outcome:record");

export const outcomesRouter = router({
  ofMatch: permitted("match:read").input(schema.ofMatchFilter).query(read(listOutcomesOfMatch)),
  places: records.input(schema.worldFilter).query(read(listPlaces)),
  matchesToCite: records.input(schema.matchesToCiteFilter).query(read(listMatchesToCite)),
  record: records.input(schema.recordOutcomeInput).mutation(run(recordOutcome)),
  recordArrest: records.input(schema.recordArrestInput).mutation(run(recordArrest)),
  recordPeople: records.input(schema.recordPeopleInput).mutation(run(recordPeople)),
  recordPeopleGroups: records.input(schema.recordPeopleGroupsInput).mutation(run(recordPeopleGroups)),
  recordSeizure: records.input(schema.recordSeizureInput).mutation(run(recordSeizure)),
});
