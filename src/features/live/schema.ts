/** What changed, as far as a hint goes; mirrors what the database tells, never a value. */
export type Change = { entity: string; country: string | null; operationId: string | null };
export type Heard = Change[] | "much";

/** How often a stream looks whether its session still stands. */
export const RECHECK_MS = 30_000;
/** Between two looks because rights may have changed: nobody makes every open page ask again and again by changing their own name. */
export const EARLY_MS = 2_000;
/** Hints that come close together are told as one. */
export const GATHER_MS = 250;
