import { z } from "zod";
import type { HitKind } from "./rules.ts";

export const findInput = z.strictObject({
  text: z.string().trim().min(2).max(100),
  /** The reader is either in the exercise or not; nothing of the other world is found. */
  exercise: z.boolean().default(false),
});
export type FindInput = z.output<typeof findInput>;

/** What was found; `name` and `detail` are as stored, `country` is named in the reader's language. */
export type Hit = {
  kind: HitKind;
  id: string;
  href: string;
  name: string;
  detail: string | null;
  country: string | null;
};
