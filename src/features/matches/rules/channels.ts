/** How a step reached the police system; answering in Muster is a door of its own. */
export const TRACED_CHANNELS = ["i247", "phone", "other"] as const;
