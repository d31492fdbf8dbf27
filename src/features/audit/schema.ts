import { z } from "zod";

export const historyFilter = z.strictObject({
  entity: z.enum(["operation", "daily_return", "match", "arrest", "people_outcome", "seizure", "outcome", "training_session"]),
  id: z.uuid(),
});
export type HistoryFilter = z.infer<typeof historyFilter>;
