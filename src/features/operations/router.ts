import { permitted, read, router, run } from "#server/procedure.ts";
import { getResults } from "./analytics.ts";
import { openProgramme, reviseProgramme } from "./mutations/keep-programme.ts";
import { cloneOperation, openOperation } from "./mutations/open-operation.ts";
import { changeState } from "./mutations/change-state.ts";
import { reviseOperation } from "./mutations/revise-plan.ts";
import { chartOperations } from "./queries/chart-operations.ts";
import { getOperation } from "./queries/get-operation.ts";
import { getPlan } from "./queries/get-plan.ts";
import { listChoices } from "./queries/list-choices.ts";
import { listOperations } from "./queries/list-operations.ts";
import { getProgramme, listProgrammes } from "./queries/list-programmes.ts";
import { listSchedule } from "./queries/list-schedule.ts";
import { listPlanChoices } from "./queries/list-plan-choices.ts";
import {
  changeStateInput,
  cloneOperationInput,
  openOperationInput,
  reviseOperationInput,
} from "./schema/plan.ts";
import {
  openProgrammeInput,
  programmeFilter,
  programmeInput,
  reviseProgrammeInput,
} from "./schema/programme.ts";
import {
  operationChoice,
  operationFilter,
  operationIdInput,
  operationInput,
  operationWorld,
} from "./schema.ts";

export const operationsRouter = router({
  list: permitted("operation:read").input(operationFilter).query(read(listOperations)),
  schedule: permitted("operation:read").input(operationChoice).query(read(listSchedule)),
  chart: permitted("operation:read").input(operationChoice).query(read(chartOperations)),
  choices: permitted("operation:read").input(operationWorld).query(read(listChoices)),
  show: permitted("operation:read").input(operationInput).query(read(getOperation)),
  results: permitted("total:read").input(operationIdInput).query(read(getResults)),
  plan: permitted("operation:write").input(operationInput).query(read(getPlan)),
  planForm: permitted("operation:write").input(operationWorld).query(read(listPlanChoices)),
  open: permitted("operation:write").input(openOperationInput).mutation(run(openOperation)),
  revise: permitted("operation:write").input(reviseOperationInput).mutation(run(reviseOperation)),
  clone: permitted("operation:write").input(cloneOperationInput).mutation(run(cloneOperation)),
  changeState: permitted("operation:write").input(changeStateInput).mutation(run(changeState)),
  programmes: permitted("operation:write").input(programmeFilter).query(read(listProgrammes)),
  programme: permitted("operation:write").input(programmeInput).query(read(getProgramme)),
  openProgramme: permitted("operation:write").input(openProgrammeInput).mutation(run(openProgramme)),
  reviseProgramme: permitted("operation:write").input(reviseProgrammeInput).mutation(run(reviseProgramme)),
});
