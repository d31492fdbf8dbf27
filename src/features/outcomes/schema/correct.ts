import { z } from "zod";
import { ArrestState } from "#generated/prisma/enums.ts";
import { kind } from "./kinds.ts";
import {
  localDate,
  place,
  recordArrestInput,
  recordOutcomeInput,
  recordPeopleInput,
  recordSeizureInput,
} from "./record.ts";

const id = z.uuid();
const version = z.int().min(1).max(1_000_000);
/** One line, because a correction's reason and a withdrawal's stand under each other. */
const sentence = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .transform((text) => text.replace(/\s+/g, " "));

/** The new version whole, the row it replaces as it was seen, and why. Operation and country stay. */
const corrected = { id, supersedesId: id, version, reason: sentence };
const { operationId: _operation, countryCode: _country, id: _id, ...where } = place;
export const correctArrestInput = z.strictObject({
  ...corrected,
  ...where,
  phaseId: recordArrestInput.shape.phaseId,
  count: recordArrestInput.shape.count,
  offence: recordArrestInput.shape.offence,
  matchId: recordArrestInput.shape.matchId,
});
export const correctPeopleInput = z.strictObject({
  ...corrected,
  ...where,
  kind: recordPeopleInput.shape.kind,
  ageGroup: recordPeopleInput.shape.ageGroup,
  sex: recordPeopleInput.shape.sex,
  count: recordPeopleInput.shape.count,
});
export const correctSeizureInput = z.strictObject({
  ...corrected,
  ...where,
  commodity: recordSeizureInput.shape.commodity,
  quantity: recordSeizureInput.shape.quantity,
  unit: recordSeizureInput.shape.unit,
});
export const correctOutcomeInput = z.strictObject({
  ...corrected,
  kind: recordOutcomeInput.shape.kind,
  at: recordOutcomeInput.shape.at,
});
export type CorrectArrest = z.output<typeof correctArrestInput>;
export type CorrectPeople = z.output<typeof correctPeopleInput>;
export type CorrectSeizure = z.output<typeof correctSeizureInput>;
export type CorrectOutcome = z.output<typeof correctOutcomeInput>;

/** It never happened, or belongs elsewhere: it stops counting, and stays readable with the reason. */
export const withdrawResultInput = z.strictObject({ kind, id, version, reason: sentence });
export type WithdrawResult = z.output<typeof withdrawResultInput>;

export const recordStatusInput = z.strictObject({
  id,
  arrestId: id,
  version,
  state: z.enum(ArrestState).exclude(["arrested"]),
  /** How many of the arrested it is about. */
  count: z.int().min(1).max(1_000_000),
  onDate: localDate,
});
export type RecordStatus = z.output<typeof recordStatusInput>;
export const withdrawStatusInput = z.strictObject({ id, arrestId: id, version, reason: sentence });
export type WithdrawStatus = z.output<typeof withdrawStatusInput>;

const seen = z.strictObject({ kind, id, version });
export const validateResultsInput = z.strictObject({ results: z.array(seen).min(1).max(100) });
export type ValidateResults = z.output<typeof validateResultsInput>;
export const queryResultInput = z.strictObject({ kind, id, version, remarkId: id, text: sentence });
export type QueryResult = z.output<typeof queryResultInput>;
