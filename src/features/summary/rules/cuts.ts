/** The same totals, cut by what. */
export const CUTS = ["operation", "programme", "country"] as const;
export type Cut = (typeof CUTS)[number];
