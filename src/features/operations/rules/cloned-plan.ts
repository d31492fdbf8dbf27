import { newId } from "#lib/ids.ts";
import type { CloneOperation, Plan } from "../schema/plan.ts";
import { DEFAULT_MARK } from "./empty-plan.ts";
import { shiftPlan, shiftTo } from "./plan-shift.ts";

type Named = Pick<CloneOperation, "codename" | "series" | "edition" | "year" | "startsOn">;

/**
 * A new plan after the pattern of another: phases, dates of countries, participations, deployments, organisations and
 * programmes, all days moved together. Never results, figures or sources; never the publicity of the first.
 */
export function clonePlan(source: Plan, { startsOn, ...name }: Named): Plan {
  const shifted = shiftPlan(source, shiftTo(source, startsOn));
  return {
    ...shifted,
    ...name,
    visibility: "participants",
    handlingMark: source.handlingMark === "TLP:CLEAR" ? DEFAULT_MARK : source.handlingMark,
    parentId: null,
    retentionOn: null,
    phases: shifted.phases.map((phase) => ({ ...phase, id: newId() })),
    participations: shifted.participations.map((one) => ({ ...one, state: "draft" as const })),
    deployments: shifted.deployments.map((deployment) => ({ ...deployment, id: newId() })),
  };
}
