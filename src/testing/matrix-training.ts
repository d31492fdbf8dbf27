import { newId } from "#lib/ids.ts";
import { addDays } from "#lib/period.ts";
import { always, list, row, world, type Entry } from "./matrix-entry.ts";
import type { Fixture } from "./matrix-fixture.ts";

const planOf = (f: Fixture) => ({
  operationId: f.operation.id,
  title: "Matrix",
  countryCode: "KE",
  place: "Nairobi",
  startsOn: f.day,
  endsOn: addDays(f.day, 1),
  delivery: "in_class",
  languages: ["en"],
  topics: ["sltd"],
  seats: 20,
  trainerIds: [],
  pointIds: [f.pointId],
});
const counts = { invited: 6, attended: 5, certified: null, women: null };
const shows: NonNullable<Entry["shows"]> = (answer, f) => answer.includes(f.training.held);

/** Training and its attendance: plans for who reads the operation, attendance for the country and headquarters. */
export const TRAINING_LINES: Record<string, Entry> = {
  "training.list": list("MRLS", () => ({}), shows),
  "training.month": list("MRLS", (f) => ({ month: f.day.slice(0, 7) }), shows),
  "training.trained": list(
    "MRLS",
    () => ({}),
    (answer) => answer.includes('"held":1'),
  ),
  "training.choices": list(
    "MRLS",
    () => world,
    (answer, f) => answer.includes(f.operation.id),
  ),
  "training.get": row("MRLS", (f) => ({ id: f.training.held })),
  "training.checksAround": row("MRLS", (f) => ({ id: f.training.held })),
  "training.planChoices": always("M", () => world),
  "training.plan": row("M", (f) => ({ id: newId(), ...planOf(f) })),
  "training.amend": row("M", (f) => ({ id: f.training.planned, version: 1, ...planOf(f) })),
  "training.hold": row("M", (f) => ({ id: f.training.planned, version: 1 })),
  "training.cancel": row("M", (f) => ({ id: f.training.planned, version: 1, reason: "No room" })),
  "training.reopen": row("M", (f) => ({ id: f.training.cancelled, version: 1 })),
  "training.recordable": list("ML", () => world, shows),
  "training.sheet": row("ML", (f) => ({ id: f.training.held })),
  "training.recordAttendance": row("ML", (f) => ({
    id: newId(),
    sessionId: f.training.planned,
    rows: [{ id: newId(), organisationId: f.training.organisation, ...counts }],
  })),
  "training.recordEvaluation": row("ML", (f) => ({
    id: newId(),
    sessionId: f.training.held,
    kind: "post_test",
    mean: 78.5,
    outOf: 100,
    responses: 5,
    asked: 6,
  })),
  "training.validateAttendance": row("R", (f) => ({
    sessionId: f.training.held,
    rows: [{ id: f.training.attendance, version: 1 }],
  })),
  "training.queryAttendance": row("R", (f) => ({
    sessionId: f.training.held,
    id: f.training.attendance,
    version: 1,
    question: "Is this both days?",
  })),
};
