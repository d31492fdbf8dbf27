import { z } from "zod";
import { Delivery, EvaluationKind, Topic, TrainingState } from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { pageInput } from "#lib/paging.ts";
import { isLocalDate } from "#lib/period.ts";
import { ATTENDANCE_REVIEWS, LANGUAGES, TRAINING_VIEWS, type TrainingView } from "./rules.ts";

const id = z.uuid();
const day = z.string().refine(isLocalDate);
const country = z.string().length(2).refine(isCountryCode);
const version = z.int().min(1).max(1_000_000_000);
const words = (most: number) => z.string().trim().min(1).max(most);
const people = z.int().min(0).max(1_000_000);

const sessionShape = {
  operationId: id.nullable(),
  title: words(160),
  countryCode: country,
  place: words(120),
  startsOn: day,
  endsOn: day,
  delivery: z.enum(Delivery),
  languages: z.array(z.enum(LANGUAGES)).min(1).max(10),
  topics: z.array(z.enum(Topic)).max(12),
  seats: people.min(1).nullable(),
  /** Organisations whose people teach, and border points whose people learn. */
  trainerIds: z.array(id).max(30),
  pointIds: z.array(id).max(200),
};

export const planSessionInput = z.strictObject({ id, ...sessionShape });
export type PlanSession = z.output<typeof planSessionInput>;

/** The session whole, over the version the form was opened with. */
export const amendSessionInput = z.strictObject({ id, version, ...sessionShape });
export type AmendSession = z.output<typeof amendSessionInput>;
export type SessionFields = Omit<PlanSession, "id">;

export const holdSessionInput = z.strictObject({ id, version });
export type HoldSession = z.output<typeof holdSessionInput>;
export const cancelSessionInput = z.strictObject({ id, version, reason: words(300) });
export type CancelSession = z.output<typeof cancelSessionInput>;
export const reopenSessionInput = z.strictObject({ id, version });
export type ReopenSession = z.output<typeof reopenSessionInput>;

const counted = {
  invited: people.nullable(),
  attended: people.nullable(),
  certified: people.nullable(),
  women: people.nullable(),
};
const attendanceRow = z.strictObject({
  id,
  organisationId: id,
  ...counted,
  /** The row this one corrects, which must still stand. */
  supersedesId: id.nullable().default(null),
});
export const recordAttendanceInput = z.strictObject({
  /** Of the sheet as it is sent: the receipt comes from it. */
  id,
  sessionId: id,
  rows: z.array(attendanceRow).min(1).max(60),
  /** Why what stood is corrected; asked as soon as one row corrects another. */
  reason: words(500).nullable().default(null),
});
export type RecordAttendance = z.output<typeof recordAttendanceInput>;
export type AttendanceRowInput = RecordAttendance["rows"][number];

/** What the form keeps in the browser: the rows as they would be sent, with the gaps a form may have. */
export const attendanceDraft = z.strictObject({
  ...recordAttendanceInput.shape,
  rows: recordAttendanceInput.shape.rows.unwrap().array().max(60),
  reason: z.string().max(500),
  /** Organisations whose numbers are right as they stand, said to the reviewer who asked. */
  confirms: z.array(id).max(60).default([]),
});
export type AttendanceDraft = z.output<typeof attendanceDraft>;

export const validateAttendanceInput = z.strictObject({
  sessionId: id,
  /** What was on the screen, with its versions: what came in since is left for another look. */
  rows: z.array(z.strictObject({ id, version })).min(1).max(60),
});
export type ValidateAttendance = z.output<typeof validateAttendanceInput>;

/** What the reviewer asks about the row as it stood on the screen; a corrected version is the answer. */
export const queryAttendanceInput = z.strictObject({ sessionId: id, id, version, question: words(500) });
export type QueryAttendance = z.output<typeof queryAttendanceInput>;

export const recordEvaluationInput = z.strictObject({
  id,
  sessionId: id,
  kind: z.enum(EvaluationKind),
  mean: z.number().min(0).max(1000).multipleOf(0.01),
  outOf: z.int().min(1).max(1000),
  responses: people.min(1),
  asked: people.nullable(),
  supersedesId: id.nullable().default(null),
  reason: words(500).nullable().default(null),
});
export type RecordEvaluation = z.output<typeof recordEvaluationInput>;

const chosen = {
  operation: id.optional(),
  country: country.optional(),
  state: z.enum(TrainingState).optional(),
  topic: z.enum(Topic).optional(),
  review: z.enum(ATTENDANCE_REVIEWS).optional(),
  from: day.optional(),
  to: day.optional(),
};
/** Real operations, or the exercise: never both. */
const exercise = z.boolean().default(false);
export const trainingChoice = z.strictObject({ ...chosen, exercise });
export type TrainingChoice = z.output<typeof trainingChoice>;

export const TRAINING_SORTS = ["startsOn", "title", "country", "state"] as const;
const sorts = TRAINING_SORTS.flatMap((name) => [name, `-${name}`] as const);
export const trainingFilter = z.strictObject({
  ...chosen,
  exercise,
  sort: z.enum(sorts).default("-startsOn"),
  ...pageInput.shape,
});
export type TrainingFilter = z.output<typeof trainingFilter>;

export const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
export const calendarFilter = z.strictObject({ ...chosen, exercise, month });
export type CalendarFilter = z.output<typeof calendarFilter>;

export const oneSession = z.strictObject({ id });
export const trainingWorld = z.strictObject({ exercise });

export type Search = Record<string, string | string[] | undefined>;

/** One value of the address, if its schema can read it; what cannot be read is left out rather than refused. */
function readOne(search: Search, name: string, schema: z.ZodType): object {
  const value = [search[name]].flat()[0];
  if (value === undefined || value === "") return {};
  const read = schema.safeParse(name === "page" || name === "size" ? Number(value) : value);
  return read.success ? { [name]: read.data } : {};
}

/** The filter as the address says it, the view, and the month of the calendar (null: this month). */
export function readTrainingSearch(search: Search) {
  const read = (shape: Record<string, z.ZodType>) => {
    const names = Object.entries(shape).filter(([name]) => name !== "exercise");
    const found = names.map(([name, schema]) => readOne(search, name, schema));
    return Object.assign({ exercise: search.exercise === "1" }, ...found) as object;
  };
  const asked = readOne(search, "month", month) as { month?: string };
  return {
    filter: trainingFilter.parse(read(trainingFilter.shape)),
    choice: trainingChoice.parse(read(trainingChoice.shape)),
    view: TRAINING_VIEWS.find((name) => name === [search.view].flat()[0]) ?? ("list" as TrainingView),
    month: asked.month ?? null,
  };
}
