import { z } from "zod";

export const RESULT_KINDS = ["arrest", "people", "seizure", "outcome"] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];
export const kind = z.enum(RESULT_KINDS);
export const oneResult = z.strictObject({ kind, id: z.uuid() });
export type OneResult = z.output<typeof oneResult>;
