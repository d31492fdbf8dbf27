import { z } from "zod";
import { CountingBasis, CountUnit, Database, Direction, NoChecksReason } from "#generated/prisma/enums.ts";
import { LOCALES } from "#lib/country-names.ts";
import { COUNTRY_CODES } from "#lib/country.ts";
import { pageInput } from "#lib/paging.ts";
import { isLocalDate } from "#lib/period.ts";
import { POINT_DAY_STATES } from "./rules/states.ts";

export const localDay = z.iso.date().refine((date) => isLocalDate(date));
const count = z.int().min(0).max(1_000_000_000);
const sentence = z.string().trim().min(1).max(500);

export const lineInput = z.strictObject({
  id: z.uuid(),
  database: z.enum(Database),
  unit: z.enum(CountUnit),
  direction: z.enum(Direction).nullable().default(null),
  /** The day's increment, never a running total. */
  count,
  basis: z.enum(CountingBasis),
});

/** Checks with their lines, or no checks with the reason: there is no third thing and no default between them. */
export const contentInput = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("checks"),
    matchesStated: count,
    lines: z.array(lineInput).min(1).max(60),
  }),
  z.strictObject({ kind: z.literal("no_checks"), reason: z.enum(NoChecksReason) }),
]);

const filed = {
  id: z.uuid(),
  content: contentInput,
  note: z.string().trim().max(1000).default(""),
  /** "by coordination, from NCB X, by phone"; asked of people who file for all countries. */
  onBehalf: sentence.max(200).nullable().default(null),
  /** It waited on the device before it was sent. */
  offline: z.boolean().default(false),
};

export const fileReturnInput = z.strictObject({ ...filed, deploymentId: z.uuid(), localDate: localDay });
/** A correction: the new return whole, and why. Deployment and day are those of the return it supersedes. */
export const supersedeReturnInput = z.strictObject({ ...filed, supersedesId: z.uuid(), reason: sentence });

export const validatePointDayInput = z.strictObject({
  deploymentId: z.uuid(),
  localDate: localDay,
  /** The return that was on the screen; null validates the other results of a day that has none. */
  returnId: z.uuid().nullable(),
  /** When the screen was read: what came in since is left for another look. */
  seenAt: z.date().nullable().default(null),
});

export const queryLinesInput = z.strictObject({
  returnId: z.uuid(),
  remarks: z
    .array(
      z.strictObject({
        id: z.uuid(),
        /** A line or a match of the day; neither is the return as a whole. */
        lineId: z.uuid().nullable().default(null),
        matchId: z.uuid().nullable().default(null),
        text: sentence,
      }),
    )
    .min(1)
    .max(50),
});
export const answerRemarkInput = z.strictObject({ id: z.uuid(), remarkId: z.uuid(), text: sentence });

/** Real operations, or the exercise: never both. */
export const worldInput = z
  .strictObject({ exercise: z.boolean().default(false) })
  .default({ exercise: false });
export const returnId = z.strictObject({ id: z.uuid() });
export const returnFormInput = z.strictObject({ deploymentId: z.uuid(), localDate: localDay });

export const returnFilter = pageInput.extend({
  state: z.enum(POINT_DAY_STATES).default("open"),
  operationId: z.uuid().nullable().default(null),
  country: z
    .enum(COUNTRY_CODES as [string, ...string[]])
    .nullable()
    .default(null),
  from: localDay.nullable().default(null),
  to: localDay.nullable().default(null),
  exercise: z.boolean().default(false),
});

/** The list's filter whole, as a file in the reader's language. */
export const exportReturnsInput = returnFilter
  .omit({ page: true, size: true })
  .extend({ format: z.enum(["xlsx", "csv"]), locale: z.enum(LOCALES) });
export type ExportReturns = z.output<typeof exportReturnsInput>;

const whole = (written: string | undefined, otherwise: number) =>
  /^\d{1,5}$/.test(written ?? "") ? Number(written) : otherwise;

/** The filter as an address says it: what cannot be read falls back to its default, one name at a time. */
export function readReturnFilter(query: Record<string, string | string[] | undefined>): ReturnFilter {
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const { state, operationId, country, from, to, page, size } = returnFilter.shape;
  return {
    state: state.catch("open").parse(one("state")),
    operationId: operationId.catch(null).parse(one("operation")),
    country: country.catch(null).parse(one("country")),
    from: from.catch(null).parse(one("from")),
    to: to.catch(null).parse(one("to")),
    page: page.catch(1).parse(whole(one("page"), 1)),
    size: size.catch(25).parse(whole(one("size"), 25)),
    exercise: one("exercise") === "1",
  };
}

/** What the form keeps in the browser: the same words, with the gaps a form may have. */
export const returnDraft = z.strictObject({
  id: z.uuid(),
  supersedesId: z.uuid().nullable(),
  lines: z
    .array(
      z.strictObject({
        ...lineInput.shape,
        direction: z.enum(Direction).nullable(),
        count: count.nullable(),
      }),
    )
    .max(60),
  matchesStated: count.nullable(),
  note: z.string().max(1000),
  onBehalf: z.string().max(200),
  reason: z.string().max(500),
});
export type ReturnDraft = z.output<typeof returnDraft>;
export type DraftLine = ReturnDraft["lines"][number];

export type LineInput = z.output<typeof lineInput>;
export type ContentInput = z.output<typeof contentInput>;
export type FileReturnInput = z.input<typeof fileReturnInput>;
export type SupersedeReturnInput = z.input<typeof supersedeReturnInput>;
export type ReturnFilter = z.output<typeof returnFilter>;
/** On the server a page may be as long as a file. */
export type PointDayFilter = Omit<ReturnFilter, "size"> & { size: number };
export type ReturnFilterInput = z.input<typeof returnFilter>;
