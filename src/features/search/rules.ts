export const HIT_KINDS = ["operation", "match", "point", "training", "organisation", "person"] as const;
export type HitKind = (typeof HIT_KINDS)[number];
