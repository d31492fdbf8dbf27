import { z } from "zod";
import type { LocalDate } from "#lib/period.ts";
import type { HitKind } from "./rules.ts";

export const findInput = z.strictObject({
  text: z.string().trim().min(2).max(100),
  /** The reader is either in the exercise or not; nothing of the other world is found. */
  exercise: z.boolean().default(false),
});
export type FindInput = z.output<typeof findInput>;

/** What was found; `name` and `detail` are as stored, `on` and `country` are for the reader's language. */
export type Hit = {
  kind: HitKind;
  id: string;
  href: string;
  name: string;
  detail: string | null;
  on: LocalDate | null;
  country: string | null;
};
