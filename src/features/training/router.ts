import { permitted, read, router, run } from "#server/procedure.ts";
import { getChecksAround, getTrained } from "./analytics.ts";
import { amendSession, cancelSession, holdSession, reopenSession } from "./mutations/amend-session.ts";
import { planSession } from "./mutations/plan-session.ts";
import { queryAttendance } from "./mutations/query-attendance.ts";
import { recordAttendance } from "./mutations/record-attendance.ts";
import { recordEvaluation } from "./mutations/record-evaluation.ts";
import { validateAttendance } from "./mutations/validate-attendance.ts";
import { getSession } from "./queries/get-session.ts";
import { getSheet, listRecordable } from "./queries/get-sheet.ts";
import { listPlanChoices, listTrainingChoices } from "./queries/list-choices.ts";
import { listMonth, listSessions } from "./queries/list-sessions.ts";
import * as schema from "./schema.ts";

export const trainingRouter = router({
  list: permitted("training:read").input(schema.trainingFilter).query(read(listSessions)),
  month: permitted("training:read").input(schema.calendarFilter).query(read(listMonth)),
  trained: permitted("training:read").input(schema.trainingChoice).query(read(getTrained)),
  choices: permitted("training:read").input(schema.trainingWorld).query(read(listTrainingChoices)),
  get: permitted("training:read").input(schema.oneSession).query(run(getSession)),
  checksAround: permitted("training:read").input(schema.oneSession).query(read(getChecksAround)),
  planChoices: permitted("training:write").input(schema.trainingWorld).query(read(listPlanChoices)),
  plan: permitted("training:write").input(schema.planSessionInput).mutation(run(planSession)),
  amend: permitted("training:write").input(schema.amendSessionInput).mutation(run(amendSession)),
  hold: permitted("training:write").input(schema.holdSessionInput).mutation(run(holdSession)),
  cancel: permitted("training:write").input(schema.cancelSessionInput).mutation(run(cancelSession)),
  reopen: permitted("training:write").input(schema.reopenSessionInput).mutation(run(reopenSession)),
  recordable: permitted("attendance:record").input(schema.trainingWorld).query(run(listRecordable)),
  sheet: permitted("attendance:record").input(schema.oneSession).query(run(getSheet)),
  recordAttendance: permitted("attendance:record")
    .input(schema.recordAttendanceInput)
    .mutation(run(recordAttendance)),
  recordEvaluation: permitted("attendance:record")
    .input(schema.recordEvaluationInput)
    .mutation(run(recordEvaluation)),
  validateAttendance: permitted("outcome:validate")
    .input(schema.validateAttendanceInput)
    .mutation(run(validateAttendance)),
  queryAttendance: permitted("outcome:validate")
    .input(schema.queryAttendanceInput)
    .mutation(run(queryAttendance)),
});
