import { permitted, read, router } from "#server/procedure.ts";
import { getResults } from "./analytics.ts";
import { chartOperations } from "./queries/chart-operations.ts";
import { getOperation } from "./queries/get-operation.ts";
import { listChoices } from "./queries/list-choices.ts";
import { listOperations } from "./queries/list-operations.ts";
import {
  operationChoice,
  operationFilter,
  operationIdInput,
  operationInput,
  operationWorld,
} from "./schema.ts";

export const operationsRouter = router({
  list: permitted("operation:read").input(operationFilter).query(read(listOperations)),
  chart: permitted("operation:read").input(operationChoice).query(read(chartOperations)),
  choices: permitted("operation:read").input(operationWorld).query(read(listChoices)),
  show: permitted("operation:read").input(operationInput).query(read(getOperation)),
  results: permitted("total:read").input(operationIdInput).query(read(getResults)),
});
