/** What changed, as far as a hint goes; mirrors what the database tells, never a value. */
export type Change = { entity: string; country: string | null; operationId: string | null };
export type Heard = Change[] | "much";

/** How often a stream looks whether its session still stands. */
export const RECHECK_MS = 30_000;
/** Hints that come close together are told as one. */
export const GATHER_MS = 250;
