import { z } from "zod";
import { isLocalDate } from "#lib/period.ts";

// The database keeps no NUL character.
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((written) => !written.includes("\0"), "contains a character that cannot be kept");
const id = text(120);
const words = text(4_000);
const label = text(400);
const count = z.int().min(0).max(1_000_000_000);
/** Kilograms and sums of money may carry decimals; the database keeps three. */
const quantity = z.number().min(0).max(1_000_000_000_000).multipleOf(0.001);
const day = z.iso.date({ abort: true }).refine(isLocalDate);
const year = z.int().min(1900).max(2100);

const number = { value: count.nullish(), qualifier: label.nullish(), note: words.nullish() };
const claim = z.strictObject(number);

const counted = z.strictObject({
  kind: label,
  ...number,
  against: z.array(label).max(30).optional(),
  scope: words.nullish(),
  period: words.nullish(),
});

const phase = z.strictObject({
  name: label,
  start: day.nullish(),
  end: day.nullish(),
  when: label.nullish(),
  note: words.nullish(),
  arrests: count.nullish(),
});

const arrests = z.strictObject({
  total: claim.nullish(),
  breakdown: z.record(label, count).optional(),
  by_phase: z.record(label, count).optional(),
  note: words.nullish(),
});

const seizure = z.strictObject({
  item: label,
  quantity: quantity.nullish(),
  unit: label.nullish(),
  qualifier: label.nullish(),
  note: words.nullish(),
});

const borderPoints = z.strictObject({
  count: count.nullish(),
  named: z.array(label).max(500).default([]),
  label: label.nullish(),
});

const source = z.strictObject({ url: text(2_000), type: z.enum(["primary", "secondary"]) });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(500).default([]);

/** One operation as it stands in a file of published operations: the shape of `prisma/data/published-operations.json`. */
export const publishedRow = z.strictObject({
  id,
  name: label,
  series: label.nullish(),
  edition: z.int().min(1).max(1_000).nullish(),
  year: year.nullish(),
  year_inferred: z.boolean().default(false),
  start: day.nullish(),
  end: day.nullish(),
  date_note: words.nullish(),
  programme: label.nullish(),
  phases: list(phase),
  countries: list(label),
  countries_reported: count.nullish(),
  border_points: borderPoints.nullish(),
  checks: list(counted),
  hits: list(counted),
  arrests: arrests.nullish(),
  victims: claim.nullish(),
  migrants: claim.extend({ nationalities: count.nullish() }).nullish(),
  seizures: list(seizure),
  trained: claim.nullish(),
  deployed: claim.nullish(),
  notices: list(
    z.strictObject({
      colour: label,
      value: count.nullish(),
      qualifier: label.nullish(),
      note: words.nullish(),
    }),
  ),
  investigations: claim.nullish(),
  coordination: words.nullish(),
  partners: list(label),
  funders: list(label),
  figures_status: z.enum(["preliminary", "interim", "final", "unstated"]).default("unstated"),
  other: list(words),
  conflicts: list(words),
  sources: list(source),
  confidence: z.enum(["high", "medium", "low"]).nullish(),
});
export type PublishedRow = z.output<typeof publishedRow>;

/** The file around the rows; each row is validated by itself, so that a refusal names the operation. */
export const publishedFile = z.strictObject({
  rule: z.string().max(4_000).optional(),
  confidence_rule: z.string().max(4_000).optional(),
  operations: z.array(z.unknown()).min(1).max(5_000),
});

export const importPublishedInput = z.strictObject({
  /** The file as text. */
  content: z.string().min(2).max(8_000_000),
  /** Write a new version where the same operation has other content. */
  replace: z.boolean().default(false),
});
export type ImportPublishedInput = z.output<typeof importPublishedInput>;
