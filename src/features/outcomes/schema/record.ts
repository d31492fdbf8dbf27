import { z } from "zod";
import { AgeGroup, ArrestState, Offence, OutcomeKind, PeopleKind, Sex } from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { isUnit } from "#lib/measure.ts";
import { isLocalDate } from "#lib/period.ts";

const id = z.uuid();
const moment = z.date().min(new Date("2000-01-01T00:00:00Z")).max(new Date("2199-12-31T00:00:00Z"));
export const localDate = z.string().refine(isLocalDate);

export const recordOutcomeInput = z.strictObject({
  id,
  /** Id of the step that stands in the story of the match. */
  eventId: id,
  matchId: id,
  kind: z.enum(OutcomeKind),
  at: moment,
});
export type RecordOutcome = z.output<typeof recordOutcomeInput>;

/** Where something was counted: an operation and a country, and the border point where it is known. */
export const place = {
  id,
  operationId: id,
  countryCode: z.string().length(2).refine(isCountryCode),
  borderPointId: id.nullable().default(null),
  localDate,
};

export const recordArrestInput = z.strictObject({
  ...place,
  phaseId: id.nullable().default(null),
  count: z.int().min(1).max(1_000_000),
  offence: z.enum(Offence),
  state: z.enum(ArrestState).default("arrested"),
  /** The match it came from, also one of another operation, as far as the recorder may read it. */
  matchId: id.nullable().default(null),
});
export type RecordArrest = z.output<typeof recordArrestInput>;

export const recordPeopleInput = z.strictObject({
  ...place,
  kind: z.enum(PeopleKind),
  ageGroup: z.enum(AgeGroup),
  sex: z.enum(Sex),
  count: z.int().min(0).max(1_000_000_000),
});
export type RecordPeople = z.output<typeof recordPeopleInput>;

/** Adults and minors of one place and day, all or none; `id` is that of the sending, each group has its own. */
export const recordPeopleGroupsInput = z.strictObject({
  ...place,
  kind: z.enum(PeopleKind),
  groups: z
    .array(
      z.strictObject({
        id,
        ageGroup: z.enum(AgeGroup),
        sex: z.enum(Sex),
        count: z.int().min(1).max(1_000_000_000),
      }),
    )
    .min(1)
    .max(9),
});
export type RecordPeopleGroups = z.output<typeof recordPeopleGroupsInput>;

export const recordSeizureInput = z.strictObject({
  ...place,
  /** A code such as "fraudulent_document": free text would carry names. */
  commodity: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9_]*$/),
  quantity: z.number().min(0).max(1_000_000_000_000).multipleOf(0.001),
  unit: z.string().max(20).refine(isUnit),
});
export type RecordSeizure = z.output<typeof recordSeizureInput>;

export const ofMatchFilter = z.strictObject({ matchId: id });
/** Real operations, or the exercise: never both. */
export const worldFilter = z.strictObject({ exercise: z.boolean().default(false) });
export const matchesToCiteFilter = z.strictObject({
  /** Part of a reference; empty offers the latest. */
  text: z.string().trim().max(20).default(""),
  /** Offered first whatever was typed: the match one comes from. */
  matchId: id.nullable().default(null),
  exercise: z.boolean().default(false),
});
