import type { RouterOutputs } from "#trpc/client.tsx";

/** A row of the list: a return's header, or a day without one. */
export type PointDayRow = RouterOutputs["returns"]["list"]["rows"][number];
/** One point-day with everything that is validated together. */
export type PointDayData = RouterOutputs["returns"]["get"];
