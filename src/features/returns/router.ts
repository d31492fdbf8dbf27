import { permitted, read, router, run } from "#server/procedure.ts";
import { answerRemark } from "./mutations/answer-remark.ts";
import { fileReturn } from "./mutations/file-return.ts";
import { queryLines } from "./mutations/query-lines.ts";
import { supersedeReturn } from "./mutations/supersede-return.ts";
import { validatePointDay } from "./mutations/validate-point-day.ts";
import { exportReturns } from "./queries/export-returns.ts";
import { getReturn } from "./queries/get-return.ts";
import { getReturnForm } from "./queries/get-return-form.ts";
import { listReturnChoices } from "./queries/list-choices.ts";
import { listMyQueries } from "./queries/list-my-queries.ts";
import { listOwedInWorld } from "./queries/list-owed-returns.ts";
import { listReturns } from "./queries/list-returns.ts";
import {
  answerRemarkInput,
  exportReturnsInput,
  fileReturnInput,
  queryLinesInput,
  returnFilter,
  returnFormInput,
  returnId,
  supersedeReturnInput,
  validatePointDayInput,
  worldInput,
} from "./schema.ts";

export const returnsRouter = router({
  owed: permitted("return:file")
    .input(worldInput)
    .query(run(({ db, scope, now }, world) => listOwedInWorld(db, scope, { now, ...world }))),
  form: permitted("return:file")
    .input(returnFormInput)
    .query(run(({ db, scope, now }, input) => getReturnForm(db, scope, { ...input, now }))),
  queries: permitted("return:file").input(worldInput).query(read(listMyQueries)),
  list: permitted("return:read")
    .input(returnFilter)
    .query(run(({ db, scope, now }, filter) => listReturns(db, scope, { ...filter, now }))),
  export: permitted("return:read").input(exportReturnsInput).query(run(exportReturns)),
  choices: permitted("return:read").input(worldInput).query(read(listReturnChoices)),
  get: permitted("return:open")
    .input(returnId)
    .query(run(({ db, scope, actor, now }, { id }) => getReturn(db, scope, { id, actorId: actor.id, now }))),
  file: permitted("return:file").input(fileReturnInput).mutation(run(fileReturn)),
  supersede: permitted("return:file").input(supersedeReturnInput).mutation(run(supersedeReturn)),
  answer: permitted("return:file").input(answerRemarkInput).mutation(run(answerRemark)),
  validate: permitted("return:validate").input(validatePointDayInput).mutation(run(validatePointDay)),
  query: permitted("return:validate").input(queryLinesInput).mutation(run(queryLines)),
});
