import type { RouterOutputs } from "#trpc/client.tsx";

export type Today = RouterOutputs["today"]["overview"];
export type Filing = NonNullable<Today["filing"]>;
export type Asked = NonNullable<Today["asked"]>;
export type Matches = NonNullable<Today["matches"]>;
export type Review = NonNullable<Today["review"]>;
export type Questions = NonNullable<Today["questions"]>;
export type Unreviewed = NonNullable<Today["unreviewed"]>;
export type Operations = NonNullable<Today["operations"]>;
export type Administration = NonNullable<Today["administration"]>;
