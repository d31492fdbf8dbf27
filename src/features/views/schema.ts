import { z } from "zod";

/** A page of the desk by its path, and how it is looked at: what stands behind the question mark of its address. */
const page = z
  .string()
  .max(200)
  .regex(/^\/([a-z0-9][a-z0-9/-]*)?$/);
const search = z
  .string()
  .max(2_000)
  .regex(/^(\?[^#\s]*)?$/);

export const keepViewInput = z.strictObject({
  id: z.uuid(),
  page,
  search,
  name: z.string().trim().min(1).max(80),
});
export type KeepView = z.output<typeof keepViewInput>;

export const viewIdInput = z.strictObject({ id: z.uuid() });
