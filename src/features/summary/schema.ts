import { z } from "zod";
import { Measure } from "#generated/prisma/enums.ts";
import { BUCKETS } from "#lib/period.ts";
import {
  PERIOD_IN_ORDER,
  readTotalSearch,
  totalChoice,
  totalFilter,
  wordOf,
  type Search,
} from "#features/situation/schema.ts";
import { CUTS, type Cut } from "./rules/cuts.ts";

/** Days, weeks or months; left out, the finest that is legible. */
const bucket = z.enum(BUCKETS).optional();
const backwards = { path: ["to"] };

export const summaryFilter = z.strictObject({ ...totalChoice, bucket }).refine(PERIOD_IN_ORDER, backwards);
export type SummaryFilter = z.output<typeof summaryFilter>;

const opened = { measure: z.enum(Measure), unit: z.string().min(1).max(120) };
/** A number opened: which one, in the same choice. */
export const partsInput = z.strictObject({ ...totalChoice, ...opened }).refine(PERIOD_IN_ORDER, backwards);
export type PartsInput = z.output<typeof partsInput>;

/** The same choice without buckets, for what is not a trend. */
export const totalsOnly = totalFilter;

const slug = z.string().min(1).max(160);
/** Two operations of one world. */
export const compareInput = z.strictObject({ exercise: z.boolean().default(false), a: slug, b: slug });
export type CompareInput = z.output<typeof compareInput>;

/** Which two the address names; what is missing is still to be chosen. */
export function readCompareSearch(search: Search): { exercise: boolean; a: string | null; b: string | null } {
  const read = (name: string) => slug.safeParse(wordOf(search, name)).data ?? null;
  return { exercise: wordOf(search, "exercise") === "1", a: read("a"), b: read("b") };
}

export type { Search } from "#features/situation/schema.ts";

export type Opened = z.output<z.ZodObject<typeof opened>>;

/** The summary's filter as the address says it, how the totals are cut, and which number is open ("checks:searches"). */
export function readSummarySearch(search: Search): { filter: SummaryFilter; open: Opened | null; by: Cut } {
  const written = bucket.safeParse(wordOf(search, "bucket"));
  const [measure, ...unit] = (wordOf(search, "open") ?? "").split(":");
  const open = z.strictObject(opened).safeParse({ measure, unit: unit.join(":") });
  return {
    filter: {
      ...readTotalSearch(search),
      ...(written.success && written.data ? { bucket: written.data } : {}),
    },
    open: open.success ? open.data : null,
    by: CUTS.find((cut) => cut === wordOf(search, "by")) ?? "operation",
  };
}
