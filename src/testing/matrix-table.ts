import { newId } from "#lib/ids.ts";
import {
  always,
  behalf,
  content,
  headquarters,
  list,
  now,
  operationShows,
  place,
  row,
  world,
  type Entry,
} from "./matrix-entry.ts";
import { FIGURE_LINES } from "./matrix-figures.ts";
import { MATCH_LINES } from "./matrix-matches.ts";
import { SITUATION_LINES } from "./matrix-situation.ts";
import { SUMMARY_LINES } from "./matrix-summary.ts";
import { PLAN_LINES } from "./matrix-plan.ts";
import { POINT_LINES } from "./matrix-points.ts";
import { RESULT_LINES } from "./matrix-results.ts";
import { TRAINING_LINES } from "./matrix-training.ts";

/** One line a procedure, written by hand from the role table of the design. A procedure without a line fails the matrix. */
export const MATRIX: Record<string, Entry> = {
  ...FIGURE_LINES,
  ...MATCH_LINES,
  ...SITUATION_LINES,
  ...SUMMARY_LINES,
  ...PLAN_LINES,
  ...POINT_LINES,
  ...RESULT_LINES,
  ...TRAINING_LINES,
  "operations.list": list("MRLSO", () => ({ size: 100 }), operationShows),
  "operations.schedule": list("MRLSO", () => ({}), operationShows),
  "operations.chart": list("MRLSO", () => ({}), operationShows),
  "operations.choices": always("MRLSO", () => world),
  "operations.show": row("MRLSO", (f) => ({ slug: f.operation.slug })),
  "operations.results": row("MRLSO", (f) => ({ operationId: f.operation.id })),

  "outcomes.ofMatch": row("MRL", (f) => ({ matchId: f.matches.recorded })),
  "outcomes.record": row("L", (f) => ({
    id: newId(),
    eventId: newId(),
    matchId: f.matches.recorded,
    kind: "released",
    at: now(),
  })),
  "outcomes.recordArrest": row("L", (f) => ({ ...place(f), count: 1, offence: "document_fraud" })),
  "outcomes.recordPeople": row("L", (f) => ({
    ...place(f),
    kind: "victims_presumed",
    ageGroup: "adult",
    sex: "female",
    count: 2,
  })),
  "outcomes.recordSeizure": row("L", (f) => ({
    ...place(f),
    commodity: "mobile_phone",
    quantity: 3,
    unit: "items",
  })),

  "people.me": always("AMRLSO"),
  "people.sessions": always("AMRLSO"),
  "people.changeProfile": always("AMRLSO", () => ({ name: "Matrix", locale: "fr", scheme: "dark" })),
  "people.changeLocale": always("AMRLSO", () => ({ locale: "es" })),
  "people.endOtherSessions": always("AMRLSO"),
  "people.list": headquarters(() => ({})),
  "people.show": headquarters((f) => ({ id: f.person })),
  "people.disable": headquarters((f) => ({ id: f.colleague })),
  "people.enable": headquarters((f) => ({ id: f.colleague })),
  "people.waiting": headquarters(),
  "people.operationChoices": headquarters(),
  "people.grant": headquarters((f) => ({
    id: newId(),
    personId: f.person,
    role: "liaison",
    countries: ["KE"],
    operations: "all",
  })),
  "people.approve": headquarters((f) => ({ id: f.waitingAssignment })),
  "people.revoke": headquarters((f) => ({ id: f.assignment })),
  "people.invitations": headquarters(),
  "people.invite": headquarters(() => ({
    id: newId(),
    email: `${newId()}@matrix.example`,
    name: "New",
    locale: "en",
    assignments: [{ role: "liaison", countries: ["KE"], operations: "all" }],
  })),
  "people.withdrawInvitation": headquarters((f) => ({ id: f.invitation })),
  "people.aboutInLanguage": headquarters(() => ({ locale: "en" })),
  "people.about": always("*", () => ({ locale: "en" })),
  "people.link": always("*", (f) => ({ token: f.token })),
  "people.redeemLink": always("*", (f) => ({
    token: f.token,
    email: f.invitationEmail,
    name: "Invited",
    locale: "en",
    password: "a long word nobody guesses",
  })),
  "people.requestPasswordLink": always("*", (f) => ({ email: f.invitationEmail })),

  "returns.owed": list(
    "L",
    () => undefined,
    (answer, f) => answer.includes(f.deploymentId),
  ),
  "returns.form": row("L", (f) => ({ deploymentId: f.deploymentId, localDate: f.owed })),
  "returns.queries": list(
    "L",
    () => undefined,
    (answer, f) => answer.includes(f.remarkId),
  ),
  "returns.list": list(
    "MRLS",
    () => ({ state: "all", size: 100 }),
    (answer, f) => answer.includes(f.returnId),
  ),
  "returns.choices": always("MRLS"),
  "returns.get": row("MRL", (f) => ({ id: f.returnId })),
  "returns.file": row("L", (f, reach) => ({
    id: newId(),
    deploymentId: f.deploymentId,
    localDate: f.owed,
    content: content(),
    ...behalf(reach),
  })),
  "returns.supersede": row("L", (f, reach) => ({
    id: newId(),
    supersedesId: f.returnId,
    reason: "Night shift",
    content: content(),
    ...behalf(reach),
  })),
  "returns.answer": row("L", (f) => ({ id: newId(), remarkId: f.remarkId, text: "Yes, a charter." })),
  "returns.validate": row("R", (f) => ({
    deploymentId: f.deploymentId,
    localDate: f.day,
    returnId: f.returnId,
  })),
  "returns.query": row("R", (f) => ({
    returnId: f.returnId,
    remarks: [{ id: newId(), text: "Please compare." }],
  })),

  "search.find": always("AMRLSO", (f) => ({ text: f.operation.slug })),
  "views.list": always("AMRLSO"),
  "views.keep": always("AMRLSO", () => ({
    id: newId(),
    page: "/matches",
    search: "?state=recorded",
    name: "Matrix",
  })),
  "today.overview": always("AMRLSO", () => world),
  "today.counts": always("AMRLSO", () => world),
};

/** Procedures whose valid input ends the caller's own standing; they have tests of their own, named here with where. */
export const APART: Record<string, string> = {
  "views.forget": "src/features/views/views.db.test.ts",
  "live.changes": "src/features/live/live.db.test.ts",
  "people.changePassword": "src/features/people/people.db.test.ts",
  "people.endSession": "src/features/people/people.db.test.ts",
  "people.stateAbout": "src/features/people/people.db.test.ts",
};
