import type { LocalDate } from "#lib/period.ts";

export const OPERATION_VIEWS = ["table", "timeline", "map"] as const;
export type OperationView = (typeof OPERATION_VIEWS)[number];

export const OPERATION_TABS = ["overview", "plan", "results", "sources", "history"] as const;
export type OperationTab = (typeof OPERATION_TABS)[number];

type Found = {
  active: OperationTab;
  exercise: boolean;
  /** Something was counted, or it is not known whether anything was. */
  counted: boolean;
  readsHistory: boolean;
};

/** The sides of an operation that have something for this reader; results stay while they are open. */
export function tabsOf({ active, exercise, counted, readsHistory }: Found): OperationTab[] {
  const results = active === "results" || exercise || counted;
  const has = { overview: true, plan: true, results, sources: true, history: readsHistory };
  return OPERATION_TABS.filter((tab) => has[tab]);
}

export type PhaseDates = { startsOn: LocalDate | null; endsOn: LocalDate | null };

/** Where a phase stands on a day: over, under way, or ahead; undated phases of an operation that is over are over. */
export function phaseState(phase: PhaseDates, today: LocalDate, closed: boolean): "done" | "now" | "next" {
  const end = phase.endsOn ?? phase.startsOn;
  if (closed || (end !== null && end < today)) return "done";
  if (phase.startsOn !== null && phase.startsOn <= today) return "now";
  return "next";
}
