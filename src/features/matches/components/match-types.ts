import type { RouterOutputs } from "#trpc/client.tsx";

/** A match as the server tells it. */
export type Story = RouterOutputs["matches"]["get"];
/** What the asked country sees of one. */
export type Confirmation = RouterOutputs["matches"]["confirmations"]["rows"][number];
