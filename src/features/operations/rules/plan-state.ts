import type { OperationState } from "#generated/prisma/enums.ts";
import type { Plan } from "../schema/plan.ts";

const NEXT: Readonly<Record<OperationState, readonly OperationState[]>> = {
  draft: ["planned", "cancelled"],
  planned: ["live", "cancelled"],
  live: ["follow_up", "cancelled"],
  follow_up: ["closed", "cancelled"],
  closed: [],
  cancelled: [],
};

/** The states an operation may go to from where it stands. */
export function nextStates(state: OperationState): readonly OperationState[] {
  return NEXT[state];
}

export type Missing = "phases" | "participations";

/** What law 13 still asks for before an operation goes live. */
export function missingForLive({
  phases,
  participations,
}: Pick<Plan, "phases" | "participations">): Missing[] {
  return [
    ...(phases.some(({ startsOn }) => startsOn !== null) ? [] : ["phases" as const]),
    ...(participations.length > 0 ? [] : ["participations" as const]),
  ];
}
