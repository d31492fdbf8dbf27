import { permitted, read, router, run } from "#server/procedure.ts";
import { recordStatus, withdrawStatus } from "./mutations/arrest-status.ts";
import {
  correctArrest,
  correctOutcome,
  correctPeople,
  correctSeizure,
  withdrawResult,
} from "./mutations/correct-result.ts";
import { recordOutcome } from "./mutations/record-outcome.ts";
import { recordArrest, recordPeople, recordPeopleGroups, recordSeizure } from "./mutations/record-result.ts";
import { answerResult, queryResult, validateResults } from "./mutations/review-results.ts";
import { exportResults } from "./queries/export-results.ts";
import { getResult } from "./queries/get-result.ts";
import { listMatchesToCite } from "./queries/list-matches-to-cite.ts";
import { listOutcomesOfMatch } from "./queries/list-outcomes-of-match.ts";
import { listPlaces } from "./queries/list-places.ts";
import { listResultFacets, listResults } from "./queries/list-results.ts";
import * as corrections from "./schema/correct.ts";
import * as filters from "./schema/filter.ts";
import { oneResult } from "./schema/kinds.ts";
import * as records from "./schema/record.ts";

const reading = permitted("outcome:read");
const recording = permitted("outcome:record");
const reviewing = permitted("outcome:validate");

export const outcomesRouter = router({
  ofMatch: permitted("match:read").input(records.ofMatchFilter).query(read(listOutcomesOfMatch)),
  list: reading
    .input(filters.resultFilter)
    .query(run((ctx, input) => listResults(ctx.db, ctx.scope, { ...input, actorId: ctx.actor.id }))),
  facets: reading.input(filters.resultFacetsFilter).query(read(listResultFacets)),
  get: reading
    .input(oneResult)
    .query(run((ctx, input) => getResult(ctx.db, ctx.scope, { ...input, actorId: ctx.actor.id }))),
  export: reading.input(filters.exportResultsInput).query(run(exportResults)),
  places: recording.input(records.worldFilter).query(read(listPlaces)),
  matchesToCite: recording.input(records.matchesToCiteFilter).query(read(listMatchesToCite)),
  record: recording.input(records.recordOutcomeInput).mutation(run(recordOutcome)),
  recordArrest: recording.input(records.recordArrestInput).mutation(run(recordArrest)),
  recordPeople: recording.input(records.recordPeopleInput).mutation(run(recordPeople)),
  recordPeopleGroups: recording.input(records.recordPeopleGroupsInput).mutation(run(recordPeopleGroups)),
  recordSeizure: recording.input(records.recordSeizureInput).mutation(run(recordSeizure)),
  correctArrest: recording.input(corrections.correctArrestInput).mutation(run(correctArrest)),
  correctPeople: recording.input(corrections.correctPeopleInput).mutation(run(correctPeople)),
  correctSeizure: recording.input(corrections.correctSeizureInput).mutation(run(correctSeizure)),
  correctOutcome: recording.input(corrections.correctOutcomeInput).mutation(run(correctOutcome)),
  withdraw: recording.input(corrections.withdrawResultInput).mutation(run(withdrawResult)),
  recordStatus: recording.input(corrections.recordStatusInput).mutation(run(recordStatus)),
  withdrawStatus: recording.input(corrections.withdrawStatusInput).mutation(run(withdrawStatus)),
  validate: reviewing.input(corrections.validateResultsInput).mutation(run(validateResults)),
  query: reviewing.input(corrections.queryResultInput).mutation(run(queryResult)),
  answer: recording.input(corrections.queryResultInput).mutation(run(answerResult)),
});
