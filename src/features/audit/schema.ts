import { z } from "zod";
import { isLocalDate } from "#lib/period.ts";
import { ENTITIES, HISTORIES } from "./rules.ts";

export const historyFilter = z.strictObject({
  entity: z.enum(HISTORIES),
  id: z.uuid(),
  /** The world whose access comes along with a border point; everything else is of one world by itself. */
  exercise: z.boolean().default(false),
});
export type HistoryFilter = z.output<typeof historyFilter>;

const day = z.string().refine(isLocalDate);
const chain = z.string().regex(/^(system|sign-in|[A-Z]{2})$/);

/** Which events an administrator looks at; the same names stand in the address. */
export const eventFilter = z.strictObject({
  chain: chain.optional(),
  entity: z.enum(ENTITIES).optional(),
  /** The verb of an action: "recorded" of "match.recorded". */
  verb: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  operation: z.uuid().optional(),
  actor: z.uuid().optional(),
  from: day.optional(),
  to: day.optional(),
  /** Older than this event, as "KE.147". */
  before: z
    .string()
    .regex(/^(system|sign-in|[A-Z]{2})\.\d{1,15}$/)
    .optional(),
});
export type EventFilter = z.infer<typeof eventFilter>;
