import type { Plan } from "../schema/plan.ts";

/** TLP 2.0, the scheme that is built in; a mark of one's own stays as it is. */
export const HANDLING_MARKS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;
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
