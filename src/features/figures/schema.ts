import { z } from "zod";
import {
  AgeGroup,
  Certainty,
  Database,
  FigureStatus,
  Measure,
  NoticeColour,
  Offence,
  Qualifier,
  Sex,
  SourceTier,
} from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { isUnit } from "#lib/measure.ts";
import { isLocalDate } from "#lib/period.ts";

export const figuresInput = z.strictObject({ operationId: z.uuid() });
export type FiguresInput = z.output<typeof figuresInput>;

const words = (most: number) => z.string().trim().min(1).max(most);
const reason = z.string().trim().min(3).max(500);
const version = z.int().min(1).max(1_000_000);
// As the column keeps it: up to three decimals.
const amount = z
  .number()
  .min(0)
  .max(1_000_000_000_000)
  .refine((value) => Number(value.toFixed(3)) === value);
const day = z.iso.date({ abort: true }).refine(isLocalDate, { params: { reason: "day_out_of_range" } });

/** A unit of the domain, a currency, or "days", in which some sources count their own work. */
function isPublishedUnit(unit: string): boolean {
  return isUnit(unit) || unit === "days";
}

const content = {
  measure: z.enum(Measure),
  unit: z.string().min(1).max(20).refine(isPublishedUnit),
  databases: z.array(z.enum(Database)).max(13),
  /** What is counted, as printed. */
  label: words(200),
  value: amount.nullable(),
  low: amount.nullable(),
  high: amount.nullable(),
  qualifier: z.enum(Qualifier),
  /** As printed; needed where there is no number. */
  wording: words(500).nullable(),
  certainty: z.enum(Certainty),
  countryCode: z.string().length(2).refine(isCountryCode).nullable(),
  phaseId: z.uuid().nullable(),
  offence: z.enum(Offence).nullable(),
  commodity: words(80).nullable(),
  noticeColour: z.enum(NoticeColour).nullable(),
  ageGroup: z.enum(AgeGroup).nullable(),
  sex: z.enum(Sex).nullable(),
  periodFrom: day.nullable(),
  periodTo: day.nullable(),
  periodWording: words(200).nullable(),
  asOf: day.nullable(),
  status: z.enum(FigureStatus),
  partOfId: z.uuid().nullable(),
  valuation: z.boolean(),
  note: words(1000).nullable(),
  sourceId: z.uuid().nullable(),
};
const contentObject = z.strictObject(content);
export type FigureContent = z.output<typeof contentObject>;

/** What no figure may say: a range that runs backwards, a number of nothing, a period that ends before it begins. */
function checkFigure(figure: FigureContent, ctx: z.RefinementCtx): void {
  const { value, low, high, wording, periodFrom, periodTo } = figure;
  const missing = (path: keyof FigureContent, expected: "number" | "string") =>
    ctx.addIssue({ code: "invalid_type", expected, path: [path], input: undefined });
  if (low === null && high !== null) missing("low", "number");
  if (high === null && low !== null) missing("high", "number");
  if (low !== null && high !== null && low >= high)
    ctx.addIssue({ code: "too_small", origin: "number", minimum: low, path: ["high"], input: high });
  if (value === null && low === null && wording === null) missing("wording", "string");
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    ctx.addIssue({ code: "too_small", origin: "date", minimum: 0, path: ["periodTo"], input: periodTo });
}

export const enterFigureInput = z
  .strictObject({ id: z.uuid(), operationId: z.uuid(), figureSetId: z.uuid().nullable(), ...content })
  .superRefine(checkFigure);
export type EnterFigure = z.output<typeof enterFigureInput>;

/** `supersedesId` is the version that was edited; the new one takes its place, with a reason. */
export const reviseFigureInput = z
  .strictObject({ id: z.uuid(), supersedesId: z.uuid(), reason, ...content })
  .superRefine(checkFigure);
export type ReviseFigure = z.output<typeof reviseFigureInput>;

export const withdrawFigureInput = z.strictObject({ id: z.uuid(), reason });
export type WithdrawFigure = z.output<typeof withdrawFigureInput>;

export const figureInput = z.strictObject({ id: z.uuid() });
export type FigureInput = z.output<typeof figureInput>;

const looksLikeAddress = /^[a-z][a-z0-9+.-]*:\/\//i;
const sourceContent = {
  /** A web address, or the citation of something printed. */
  locator: words(1000).refine((text) => !looksLikeAddress.test(text) || /^https?:\/\/[^\s]+$/i.test(text)),
  title: words(300).nullable(),
  publisher: words(200).nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
  publishedOn: day.nullable(),
  tier: z.enum(SourceTier),
};
const sourceObject = z.strictObject(sourceContent);
export type SourceContent = z.output<typeof sourceObject>;

export const addSourceInput = z.strictObject({ id: z.uuid(), operationId: z.uuid(), ...sourceContent });
export type AddSource = z.output<typeof addSourceInput>;
export const reviseSourceInput = z.strictObject({ id: z.uuid(), version, ...sourceContent });
export type ReviseSource = z.output<typeof reviseSourceInput>;

export const openQuestionInput = z.strictObject({
  id: z.uuid(),
  operationId: z.uuid(),
  question: words(300),
  scope: words(200).nullable(),
  figureIds: z.array(z.uuid()).max(30),
});
export type OpenQuestion = z.output<typeof openQuestionInput>;

export const claimInput = z.strictObject({ id: z.uuid(), version, figureId: z.uuid() });
export type ClaimInput = z.output<typeof claimInput>;

/** Null: from now on none of the claims is of record. */
export const chooseRecordInput = z.strictObject({
  id: z.uuid(),
  version,
  figureId: z.uuid().nullable(),
  reason,
});
export type ChooseRecord = z.output<typeof chooseRecordInput>;
