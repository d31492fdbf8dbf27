/** A token of the theme: what is counted has the same colour everywhere. */
export type ChartColour = "checks" | "matches" | "confirmed" | "arrests" | "victims" | "training" | "access";

/** Cases counted beside the bars, as dots under their day: matches under checks. */
export type Marks = { label: string; colour: ChartColour; byDate: Record<string, number> };
