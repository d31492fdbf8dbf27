import { atTheDoor, permitted, router, run } from "#server/procedure.ts";
import { stateAbout } from "./mutations/about.ts";
import { approveAssignment, grantAssignment, revokeAssignment } from "./mutations/assignments.ts";
import { invitePerson, withdrawInvitation } from "./mutations/invitations.ts";
import { redeemLink, requestPasswordLink } from "./mutations/links.ts";
import {
  changeLocale,
  changePassword,
  changeProfile,
  endOtherSessions,
  endSession,
} from "./mutations/own-account.ts";
import { disablePerson, enablePerson } from "./mutations/people.ts";
import * as queries from "./queries.ts";
import * as schema from "./schema.ts";

export const peopleRouter = router({
  me: permitted("self:read").query(run((ctx) => queries.getMe(ctx))),
  sessions: permitted("self:read").query(run((ctx) => queries.listOwnSessions(ctx))),
  changeProfile: permitted("self:write").input(schema.profileInput).mutation(run(changeProfile)),
  changeLocale: permitted("self:write").input(schema.localeInput).mutation(run(changeLocale)),
  changePassword: permitted("self:write")
    .input(schema.changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  endSession: permitted("self:write").input(schema.personInput).mutation(run(endSession)),
  endOtherSessions: permitted("self:write").mutation(run(endOtherSessions)),

  list: permitted("person:read")
    .input(schema.personFilter)
    .query(run((ctx, filter) => queries.listPeople(ctx.db, ctx.scope, filter))),
  show: permitted("person:read")
    .input(schema.personInput)
    .query(run((ctx, input) => queries.getPerson(ctx.db, ctx.scope, input))),
  disable: permitted("person:write").input(schema.personInput).mutation(run(disablePerson)),
  enable: permitted("person:write").input(schema.personInput).mutation(run(enablePerson)),

  waiting: permitted("assignment:approve").query(run((ctx) => queries.listWaitingAssignments(ctx))),
  operationChoices: permitted("assignment:write").query(run((ctx) => queries.listOperationChoices(ctx.db))),
  grant: permitted("assignment:write").input(schema.grantInput).mutation(run(grantAssignment)),
  approve: permitted("assignment:approve").input(schema.personInput).mutation(run(approveAssignment)),
  revoke: permitted("assignment:write").input(schema.personInput).mutation(run(revokeAssignment)),

  invitations: permitted("invitation:write").query(run((ctx) => queries.listInvitations(ctx))),
  invite: permitted("invitation:write").input(schema.invitePersonInput).mutation(run(invitePerson)),
  withdrawInvitation: permitted("invitation:write")
    .input(schema.personInput)
    .mutation(run(withdrawInvitation)),

  link: atTheDoor("door:link")
    .input(schema.linkInput)
    .query(({ ctx, input }) => queries.getLink(ctx, input)),
  redeemLink: atTheDoor("door:redeem")
    .input(schema.redeemInput)
    .mutation(({ ctx, input }) => redeemLink(ctx, input)),
  requestPasswordLink: atTheDoor("door:forgotten")
    .input(schema.passwordLinkInput)
    .mutation(({ ctx, input }) => requestPasswordLink(ctx, input)),

  about: atTheDoor("door:about")
    .input(schema.localeInput)
    .query(({ ctx, input }) => queries.getAbout(ctx, input)),
  aboutInLanguage: permitted("setting:write")
    .input(schema.localeInput)
    .query(run((ctx, input) => queries.getAboutInLanguage(ctx.db, input))),
  stateAbout: permitted("setting:write").input(schema.aboutInput).mutation(run(stateAbout)),
});
