import { permitted, read, router, run } from "#server/procedure.ts";
import { addOrganisation, restoreOrganisation, retireOrganisation, reviseOrganisation } from "./mutations.ts";
import { getOrganisation, listOrganisationChoices, listOrganisations } from "./queries.ts";
import * as schema from "./schema.ts";

export const organisationsRouter = router({
  list: permitted("organisation:read").input(schema.organisationFilter).query(read(listOrganisations)),
  show: permitted("organisation:read").input(schema.organisationInput).query(read(getOrganisation)),
  choices: permitted("organisation:read")
    .input(schema.organisationChoicesInput)
    .query(read(listOrganisationChoices)),
  add: permitted("organisation:write").input(schema.addOrganisationInput).mutation(run(addOrganisation)),
  revise: permitted("organisation:write")
    .input(schema.reviseOrganisationInput)
    .mutation(run(reviseOrganisation)),
  retire: permitted("organisation:write")
    .input(schema.retireOrganisationInput)
    .mutation(run(retireOrganisation)),
  restore: permitted("organisation:write")
    .input(schema.restoreOrganisationInput)
    .mutation(run(restoreOrganisation)),
});
