import { z } from "zod";

/** What waits in the real world, or in the exercise: never both in one list. */
export const todayInput = z.strictObject({ exercise: z.boolean().default(false) });
export type TodayInput = z.output<typeof todayInput>;

export type Search = Record<string, string | string[] | undefined>;

/** Which world the address names. */
export function readTodaySearch(search: Search): TodayInput {
  return { exercise: search.exercise === "1" };
}
