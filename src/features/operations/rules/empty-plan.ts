import type { Plan } from "../schema/plan.ts";

export const DEFAULT_MARK = "TLP:AMBER";

/** What a new operation begins with: seen only by those who take part. */
export function emptyPlan(year: number): Plan {
  return {
    codename: "",
    series: null,
    edition: null,
    year,
    objective: null,
    handlingMark: DEFAULT_MARK,
    visibility: "participants",
    parentId: null,
    countingBasis: null,
    crimeAreas: [],
    retentionOn: null,
    programmes: [],
    phases: [],
    participations: [],
    deployments: [],
    organisations: [],
  };
}
