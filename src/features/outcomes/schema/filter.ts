import { z } from "zod";
import { LOCALES } from "#lib/country-names.ts";
import { pageInput } from "#lib/paging.ts";
import { kind } from "./kinds.ts";
import { localDate, place } from "./record.ts";
import { REVIEW_CHOICES } from "../rules.ts";

const id = z.uuid();
export const RESULT_SORTS = ["day", "what", "amount", "country", "recordedAt"] as const;
const resultFilterShape = {
  kind: kind.default("arrest"),
  /** Slug of the operation. */
  operation: z.string().min(1).max(120).optional(),
  country: place.countryCode.optional(),
  point: id.optional(),
  /** Offence, kind of people or of outcome, or commodity. */
  what: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[a-z][a-z0-9_]*$/)
    .optional(),
  review: z.enum(REVIEW_CHOICES).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  sort: z.enum([...RESULT_SORTS, ...RESULT_SORTS.map((name) => `-${name}` as const)]).default("-day"),
  exercise: z.boolean().default(false),
};
export const resultFilter = z.strictObject({ ...resultFilterShape, ...pageInput.shape });
export type ResultFilter = z.output<typeof resultFilter>;
export const resultFacetsFilter = z.strictObject({ kind, exercise: z.boolean().default(false) });
export const exportResultsInput = z.strictObject({
  ...resultFilterShape,
  format: z.enum(["xlsx", "csv"]),
  locale: z.enum(LOCALES),
});
export type ExportResults = z.output<typeof exportResultsInput>;

export type Search = Record<string, string | string[] | undefined>;

/** The filter as the address says it; what cannot be read is left out, one name at a time. */
export function readResultFilter(search: Search): ResultFilter {
  const read = Object.entries(resultFilter.shape).map(([name, schema]) => {
    const value = [search[name]].flat()[0];
    if (value === undefined || value === "" || name === "exercise") return {};
    const one = (schema as z.ZodType).safeParse(name === "page" || name === "size" ? Number(value) : value);
    return one.success ? { [name]: one.data } : {};
  });
  return resultFilter.parse(Object.assign({ exercise: search.exercise === "1" }, ...read));
}
