import type { RouterOutputs } from "#trpc/client.tsx";

export type Point = RouterOutputs["points"]["get"];
export type Access = RouterOutputs["points"]["access"][number];
export type Status = Access["statuses"][number];
export type Volume = Access["volumes"][number];
export type Legacy = RouterOutputs["points"]["legacy"];
