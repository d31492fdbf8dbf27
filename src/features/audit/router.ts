import { permitted, read, router, run } from "#server/procedure.ts";
import { takeHeads } from "./mutations/take-heads.ts";
import { verifyChains } from "./mutations/verify-chains.ts";
import { getAuditState } from "./queries/get-state.ts";
import { listEventChoices } from "./queries/list-event-choices.ts";
import { listEvents } from "./queries/list-events.ts";
import { listHistory } from "./queries/list-history.ts";
import { eventFilter, historyFilter } from "./schema.ts";

export const auditRouter = router({
  history: permitted("history:read").input(historyFilter).query(run(listHistory)),
  events: permitted("audit:read").input(eventFilter).query(read(listEvents)),
  choices: permitted("audit:read").query(run(({ db, scope }) => listEventChoices(db, scope))),
  state: permitted("audit:read").query(run(({ db, scope }) => getAuditState(db, scope))),
  verify: permitted("audit:read").mutation(run(verifyChains)),
  takeHeads: permitted("audit:read").mutation(run(takeHeads)),
});
