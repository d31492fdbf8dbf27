import { z } from "zod";

/** The part of a filter that pages a list; lives in the URL with the rest of the filter. */
export const pageInput = z.strictObject({
  page: z.int().min(1).max(10_000).default(1),
  size: z.union([z.literal(25), z.literal(50), z.literal(100)]).default(25),
});
export type PageInput = z.output<typeof pageInput>;
export type Page<Row> = { rows: Row[]; total: number; page: number; size: number };

/** What Prisma and SQL take: rows to skip and rows to read. */
export function windowOf({ page, size }: { page: number; size: number }): { skip: number; take: number } {
  return { skip: (page - 1) * size, take: size };
}

/** Lays rows and their total out as the page that was asked for. */
export function pageOf<Row>(rows: Row[], total: number, input: { page: number; size: number }): Page<Row> {
  return { rows, total, page: input.page, size: input.size };
}
