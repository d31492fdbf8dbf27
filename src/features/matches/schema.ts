import { z } from "zod";
import {
  Answer,
  ClosedReason,
  DocumentType,
  Finding,
  InterimMeasure,
  MatchChannel,
  MatchState,
  NotConfirmedReason,
  NoticeColour,
  RecordStatus,
} from "#generated/prisma/enums.ts";
import { LOCALES } from "#lib/country-names.ts";
import { isCountryCode } from "#lib/country.ts";
import { isIssuerCode } from "#lib/issuer.ts";
import { pageInput } from "#lib/paging.ts";
import { isLocalDate } from "#lib/period.ts";
import { isAuthorityCode } from "./rules/asked.ts";
import { QUEUES, type Queue } from "./rules/awaited.ts";
import { TRACED_CHANNELS } from "./rules/channels.ts";
import { MATCH_DATABASES } from "./rules/databases.ts";

const id = z.uuid();
const version = z.int().min(1).max(1_000_000);
const moment = z.date().min(new Date("2000-01-01T00:00:00Z")).max(new Date("2199-12-31T00:00:00Z"));
const country = z.string().length(2).refine(isCountryCode);
const issuer = z.string().min(1).max(3).refine(isIssuerCode);
const authority = z.string().min(1).max(3).refine(isAuthorityCode);
const text = z.string().trim().min(1).max(1000);

const observed = {
  database: z.enum(MATCH_DATABASES),
  documentType: z.enum(DocumentType).nullable().default(null),
  /** ICAO 9303 code: "DNK", "UNO", "RKS". */
  issuer: issuer.nullable().default(null),
  recordStatus: z.enum(RecordStatus).nullable().default(null),
  noticeColour: z.enum(NoticeColour).nullable().default(null),
  /** "DNK", or UNO, ICC, XPO. */
  requestingAuthority: authority.nullable().default(null),
};
const details = {
  channel: z.enum(MatchChannel).default("fixed"),
  finding: z.enum(Finding).nullable().default(null),
  interimMeasure: z.enum(InterimMeasure).nullable().default(null),
  routeOrigin: country.nullable().default(null),
  routeTransit: country.nullable().default(null),
  routeDestination: country.nullable().default(null),
  /** Another match of the same country on the same traveller: one encounter. */
  sameTravellerAs: id.nullable().default(null),
  note: text.nullable().default(null),
};

export const recordMatchInput = z.strictObject({
  id,
  deploymentId: id,
  detectedAt: moment,
  ...observed,
  ...details,
});
export type RecordMatch = z.output<typeof recordMatchInput>;

/** What the form keeps in the browser: text, and perhaps half filled in. */
export const matchDraft = z.strictObject({
  ...recordMatchInput.partial().shape,
  database: recordMatchInput.shape.database.nullish(),
  detectedAt: z.coerce.date().optional(),
});
export type KeptMatch = z.output<typeof matchDraft>;

/** Details that follow later; once a confirmation is asked for, what was asked stays as it was. */
export const amendMatchInput = z.strictObject({ id, version, ...observed, ...details });
export type AmendMatch = z.output<typeof amendMatchInput>;

const step = {
  id,
  version,
  /** Id of the step, made by the client: the same step sent twice counts once. */
  eventId: id,
  at: moment,
  channel: z.enum(TRACED_CHANNELS).default("other"),
};
const traced = z.enum(TRACED_CHANNELS);
const said = { answer: z.enum(Answer), reason: z.enum(NotConfirmedReason).nullable().default(null) };

export const startInspectionInput = z.strictObject(step);
export type StartInspection = z.output<typeof startInspectionInput>;

export const recordFindingInput = z.strictObject({
  ...step,
  finding: z.enum(Finding),
  interimMeasure: z.enum(InterimMeasure).nullable().default(null),
});
export type RecordFinding = z.output<typeof recordFindingInput>;

export const requestConfirmationInput = z.strictObject({
  ...step,
  requestId: id,
  channel: traced.default("i247"),
});
export type RequestConfirmation = z.output<typeof requestConfirmationInput>;

export const recordReplyInput = z.strictObject({ ...step, ...said, channel: traced });
export type RecordReply = z.output<typeof recordReplyInput>;

export const confirmNationallyInput = z.strictObject({ ...step, ...said });
export type ConfirmNationally = z.output<typeof confirmNationallyInput>;

export const markNoReplyInput = z.strictObject(step);
export type MarkNoReply = z.output<typeof markNoReplyInput>;

export const closeMatchInput = z.strictObject({ ...step, reason: z.enum(ClosedReason) });
export type CloseMatch = z.output<typeof closeMatchInput>;

export const queryMatchInput = z.strictObject({ id, version, remarkId: id, text });
export type QueryMatch = z.output<typeof queryMatchInput>;
export const validateMatchInput = z.strictObject({ id, version });
export type ValidateMatch = z.output<typeof validateMatchInput>;

export const answerConfirmationInput = z.strictObject({ id, eventId: id, ...said });
export type AnswerConfirmation = z.output<typeof answerConfirmationInput>;

export const MATCH_SORTS = ["since", "reference", "detectedAt", "state", "country"] as const;
const day = z.string().refine(isLocalDate);

const matchFilterShape = {
  queue: z.enum(Object.keys(QUEUES) as [Queue, ...Queue[]]).default("open"),
  /** Slug of the operation. */
  operation: z.string().min(1).max(120).optional(),
  country: country.optional(),
  state: z.enum(MatchState).optional(),
  database: z.enum(MATCH_DATABASES).optional(),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum([...MATCH_SORTS, ...MATCH_SORTS.map((name) => `-${name}` as const)]).default("since"),
};
/** Real operations, or the exercise: never both. */
export const matchFilter = z.strictObject({
  ...matchFilterShape,
  exercise: z.boolean().default(false),
  ...pageInput.shape,
});
export type MatchFilter = z.output<typeof matchFilter>;

/** The list's filter whole, as a file in the reader's language. */
export const exportMatchesInput = z.strictObject({
  ...matchFilterShape,
  exercise: z.boolean().default(false),
  format: z.enum(["xlsx", "csv"]),
  locale: z.enum(LOCALES),
});
export type ExportMatches = z.output<typeof exportMatchesInput>;

export const confirmationFilter = z.strictObject({
  answered: z.boolean().default(false),
  exercise: z.boolean().default(false),
  ...pageInput.shape,
});
export type ConfirmationFilter = z.output<typeof confirmationFilter>;

export const oneMatch = z.strictObject({ id });
export const worldFilter = z.strictObject({ exercise: z.boolean().default(false) });
export const travellersFilter = z.strictObject({ deploymentId: id });

export type Search = Record<string, string | string[] | undefined>;

/** One value of the address, if its schema can read it; what cannot be read is left out rather than refused. */
function readOne(search: Search, name: string, schema: z.ZodType): object {
  const value = [search[name]].flat()[0];
  if (value === undefined || value === "") return {};
  const read = schema.safeParse(name === "page" || name === "size" ? Number(value) : value);
  return read.success ? { [name]: read.data } : {};
}

function readShape(search: Search, shape: Record<string, z.ZodType>): object {
  const entries = Object.entries(shape).filter(([name]) => name !== "exercise");
  const read = entries.map(([name, schema]) => readOne(search, name, schema));
  return Object.assign({ exercise: search.exercise === "1" }, ...read) as object;
}

/** The filter of the list as the address says it. */
export function readMatchFilter(search: Search): MatchFilter {
  return matchFilter.parse(readShape(search, matchFilter.shape));
}

export function readConfirmationFilter(search: Search): ConfirmationFilter {
  const { page, size } = confirmationFilter.shape;
  return confirmationFilter.parse({
    ...readShape(search, { page, size }),
    answered: search.answered === "1",
  });
}
