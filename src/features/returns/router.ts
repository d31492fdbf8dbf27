import { permitted, router, run } from "#server/procedure.ts";
import { answerRemark } from "./mutations/answer-remark.ts";
import { fileReturn } from "./mutations/file-return.ts";
import { queryLines } from "./mutations/query-lines.ts";
import { supersedeReturn } from "./mutations/supersede-return.ts";
import { validatePointDay } from "./mutations/validate-point-day.ts";
import { answerRemarkInput, fileReturnInput, queryLinesInput, supersedeReturnInput, validatePointDayInput } from "./schema.ts";

export const returnsRouter = router({
  file: permitted("return:file").input(fileReturnInput).mutation(run(fileReturn)),
  supersede: permitted("return:file").input(supersedeReturnInput).mutation(run(supersedeReturn)),
  answer: permitted("return:file").input(answerRemarkInput).mutation(run(answerRemark)),
  validate: permitted("return:validate").input(validatePointDayInput).mutation(run(validatePointDay)),
  query: permitted("return:validate").input(queryLinesInput).mutation(run(queryLines)),
});
