import { permitted, read, router, run } from "#server/procedure.ts";
import { amendMatch } from "./mutations/amend-match.ts";
import { answerConfirmation } from "./mutations/answer-confirmation.ts";
import { confirmNationally, markNoReply, recordReply, requestConfirmation } from "./mutations/ask.ts";
import { closeMatch } from "./mutations/close-match.ts";
import { recordFinding, startSecondaryInspection } from "./mutations/inspect.ts";
import { recordMatch } from "./mutations/record-match.ts";
import { answerQuery, queryMatch, validateMatch } from "./mutations/review-match.ts";
import { exportMatches } from "./queries/export-matches.ts";
import { getMatch } from "./queries/get-match.ts";
import { countConfirmationsAskedOfMe, listConfirmations } from "./queries/list-confirmations.ts";
import { listAwaitedMatches, listFacets, listMatches } from "./queries/list-matches.ts";
import { listPosts, listRecentMatches } from "./queries/list-posts.ts";
import * as schema from "./schema.ts";

export const matchesRouter = router({
  list: permitted("match:read").input(schema.matchFilter).query(read(listMatches)),
  get: permitted("match:read")
    .input(schema.oneMatch)
    .query(run((ctx, { id }) => getMatch(ctx.db, ctx.scope, { id, actorId: ctx.actor.id }))),
  export: permitted("match:read").input(schema.exportMatchesInput).query(run(exportMatches)),
  facets: permitted("match:read").input(schema.worldFilter).query(read(listFacets)),
  awaited: permitted("match:read").input(schema.worldFilter).query(read(listAwaitedMatches)),
  posts: permitted("match:record").input(schema.worldFilter).query(read(listPosts)),
  recent: permitted("match:record").input(schema.travellersFilter).query(read(listRecentMatches)),
  record: permitted("match:record").input(schema.recordMatchInput).mutation(run(recordMatch)),
  amend: permitted("match:record").input(schema.amendMatchInput).mutation(run(amendMatch)),
  inspect: permitted("match:record")
    .input(schema.startInspectionInput)
    .mutation(run(startSecondaryInspection)),
  recordFinding: permitted("match:record").input(schema.recordFindingInput).mutation(run(recordFinding)),
  requestConfirmation: permitted("match:record")
    .input(schema.requestConfirmationInput)
    .mutation(run(requestConfirmation)),
  recordReply: permitted("match:record").input(schema.recordReplyInput).mutation(run(recordReply)),
  confirmNationally: permitted("match:record")
    .input(schema.confirmNationallyInput)
    .mutation(run(confirmNationally)),
  markNoReply: permitted("match:record").input(schema.markNoReplyInput).mutation(run(markNoReply)),
  close: permitted("match:record").input(schema.closeMatchInput).mutation(run(closeMatch)),
  answerQuery: permitted("match:record").input(schema.queryMatchInput).mutation(run(answerQuery)),
  query: permitted("match:validate").input(schema.queryMatchInput).mutation(run(queryMatch)),
  validate: permitted("match:validate").input(schema.validateMatchInput).mutation(run(validateMatch)),
  confirmations: permitted("confirmation:read")
    .input(schema.confirmationFilter)
    .query(read(listConfirmations)),
  countConfirmations: permitted("confirmation:read")
    .input(schema.worldFilter)
    .query(read(countConfirmationsAskedOfMe)),
  answerConfirmation: permitted("confirmation:answer")
    .input(schema.answerConfirmationInput)
    .mutation(run(answerConfirmation)),
});
