import { z } from "zod";
import { RESULT_KINDS } from "../rules.ts";

export const kind = z.enum(RESULT_KINDS);
export const oneResult = z.strictObject({ kind, id: z.uuid() });
export type OneResult = z.output<typeof oneResult>;
