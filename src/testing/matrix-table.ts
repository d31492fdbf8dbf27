import type { Role } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { VALIDATED, type Fixture } from "./matrix-fixture.ts";

/** How far an assignment of the matrix reaches: all, Kenya, another country, another operation, or the asked country. */
export const REACHES = {
  all: { countries: [], operations: [] },
  own: { countries: ["KE"], operations: [] },
  other_country: { countries: ["PE"], operations: [] },
  other_operation: { countries: ["KE"], operations: ["other"] },
  asked_country: { countries: ["DK"], operations: [] },
} as const;
export type Reach = keyof typeof REACHES;

/** What a permitted caller meets: the row or nothing; a list with or without it; always an answer. */
export type Meets = "row" | "list" | "always" | "asked_row" | "headquarters";

export type Entry = {
  /** Letters of the roles that may, typed from the design's table: A M R L S O; "*" is anyone, signed in or not. */
  may: string;
  meets: Meets;
  input?: (f: Fixture, reach: Reach) => unknown;
  /** Whether an answer shows the fixture's row. */
  shows?: (answer: string, f: Fixture) => boolean;
};

export const LETTERS: Record<Role, string> = {
  administrator: "A",
  programme_manager: "M",
  reviewer: "R",
  liaison: "L",
  leadership: "S",
  observer: "O",
};

const always = (may: string, input?: Entry["input"]): Entry => ({
  may,
  meets: "always",
  ...(input ? { input } : {}),
});
const row = (may: string, input: NonNullable<Entry["input"]>): Entry => ({ may, meets: "row", input });
const list = (
  may: string,
  input: NonNullable<Entry["input"]>,
  shows: NonNullable<Entry["shows"]>,
): Entry => ({ may, meets: "list", input, shows });
const headquarters = (input?: Entry["input"]): Entry => ({
  may: "A",
  meets: "headquarters",
  ...(input ? { input } : {}),
});

const world = { exercise: false };
const now = () => new Date(Date.now() - 60_000);
const step = (id: string) => ({ id, version: 1, eventId: newId(), at: now() });
const behalf = (reach: Reach) =>
  reach === "all" ? { onBehalf: "by coordination, from NCB Nairobi, by phone" } : {};
const content = () => ({
  kind: "checks",
  matchesStated: 0,
  lines: [{ id: newId(), database: "sltd", unit: "documents", count: 12, basis: "national_log" }],
});
const place = (f: Fixture) => ({
  id: newId(),
  operationId: f.operation.id,
  countryCode: "KE",
  localDate: f.day,
});
const operationShows: Entry["shows"] = (answer, f) => answer.includes(f.operation.slug);
const totalsShow: Entry["shows"] = (answer) => answer.includes(String(VALIDATED));

/** One line a procedure, written by hand from the role table of the design. A procedure without a line fails the matrix. */
export const MATRIX: Record<string, Entry> = {
  "audit.history": always("MRLS", (f) => ({ entity: "match", id: f.matches.recorded })),
  "figures.list": row("MRLSO", (f) => ({ operationId: f.operation.id })),
  "imports.importPublished": {
    may: "M",
    meets: "headquarters",
    input: () => ({
      content: JSON.stringify({
        operations: [{ id: `matrix-${newId()}`, name: "Operation Matrix", year: 2020, countries: ["Kenya"] }],
      }),
    }),
  },

  "matches.list": list(
    "MRL",
    () => ({}),
    (answer, f) => answer.includes(f.matches.recorded),
  ),
  "matches.get": row("MRL", (f) => ({ id: f.matches.recorded })),
  "matches.facets": always("MRL", () => world),
  "matches.awaited": list(
    "MRL",
    () => world,
    (answer, f) => answer.includes(f.matches.asked),
  ),
  "matches.posts": list(
    "L",
    () => world,
    (answer, f) => answer.includes(f.deploymentId),
  ),
  "matches.recent": row("L", (f) => ({ deploymentId: f.deploymentId })),
  "matches.record": row("L", (f) => ({
    id: newId(),
    deploymentId: f.deploymentId,
    detectedAt: now(),
    database: "sltd",
    issuer: "DNK",
  })),
  "matches.amend": row("L", (f) => ({ id: f.matches.recorded, version: 1, database: "sltd", issuer: "SWE" })),
  "matches.inspect": row("L", (f) => step(f.matches.recorded)),
  "matches.recordFinding": row("L", (f) => ({ ...step(f.matches.recorded), finding: "impostor" })),
  "matches.requestConfirmation": row("L", (f) => ({ ...step(f.matches.recorded), requestId: newId() })),
  "matches.recordReply": row("L", (f) => ({
    ...step(f.matches.asked),
    channel: "i247",
    answer: "confirmed",
  })),
  "matches.confirmNationally": row("L", (f) => ({ ...step(f.matches.national), answer: "confirmed" })),
  "matches.markNoReply": row("L", (f) => step(f.matches.asked)),
  "matches.close": row("L", (f) => ({ ...step(f.matches.answered), reason: "follow_up_done" })),
  "matches.answerQuery": row("L", (f) => ({
    id: f.matches.queried,
    version: 1,
    remarkId: newId(),
    text: "Checked.",
  })),
  "matches.query": row("R", (f) => ({
    id: f.matches.recorded,
    version: 1,
    remarkId: newId(),
    text: "Which desk?",
  })),
  "matches.validate": row("R", (f) => ({ id: f.matches.recorded, version: 1 })),
  "matches.confirmations": always("MRL", () => ({})),
  "matches.countConfirmations": always("MRL", () => world),
  "matches.answerConfirmation": {
    may: "L",
    meets: "asked_row",
    input: (f) => ({ id: f.requestId, eventId: newId(), answer: "confirmed" }),
  },

  "operations.list": list("MRLSO", () => ({ size: 100 }), operationShows),
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

  "situation.places": list("MRLSO", () => ({}), totalsShow),
  "situation.timeline": list("MRLSO", () => ({}), totalsShow),
  "summary.totals": list("MRLSO", () => ({}), totalsShow),
  "summary.parts": list("MRLSO", () => ({ measure: "checks", unit: "documents" }), totalsShow),
  "summary.open": always("MRLSO", () => ({})),
  "summary.published": always("MRLSO", () => ({})),
  "summary.choices": always("MRLSO", () => world),
  "today.overview": always("AMRLSO", () => world),
  "today.counts": always("AMRLSO", () => world),
};

/** Procedures whose valid input ends the caller's own standing; they have tests of their own, named here with where. */
export const APART: Record<string, string> = {
  "people.changePassword": "src/features/people/people.db.test.ts",
  "people.endSession": "src/features/people/people.db.test.ts",
  "people.stateAbout": "src/features/people/people.db.test.ts",
};
