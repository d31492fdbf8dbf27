import type { Change, Heard } from "./schema.ts";

/** What a page asks again when something of this kind changed: names of routers. */
const ASKED_AGAIN = {
  results: [
    "returns",
    "matches",
    "outcomes",
    "situation",
    "summary",
    "today",
    "operations",
    "points",
    "training",
    "audit",
  ],
  plan: [
    "operations",
    "training",
    "points",
    "organisations",
    "situation",
    "summary",
    "today",
    "returns",
    "audit",
  ],
  figures: ["figures", "operations", "summary", "audit"],
  people: ["people", "today", "audit"],
} as const satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof ASKED_AGAIN;
export const TOPICS = Object.keys(ASKED_AGAIN) as Topic[];

const TOPIC_OF: Record<string, Topic> = {
  daily_return: "results",
  match: "results",
  confirmation_request: "results",
  review_remark: "results",
  outcome: "results",
  arrest: "results",
  arrest_status: "results",
  people_outcome: "results",
  seizure: "results",
  attendance: "results",
  figure: "figures",
  figure_set: "figures",
  source: "figures",
  news_item: "figures",
  person: "people",
  assignment: "people",
  invitation: "people",
  session: "people",
};

/** The topic of an audited entity; everything about plans and reference data is the plan. */
export const topicOf = (entity: string): Topic => TOPIC_OF[entity] ?? "plan";

/** Whether the rights of somebody may have changed, so that every stream looks at its own again. */
export const touchesRights = (heard: Heard): boolean =>
  heard === "much" || heard.some(({ entity }) => ["person", "assignment", "session"].includes(entity));

/** Names of the routers whose answers may have changed. */
export function askedAgain(topics: readonly Topic[]): Set<string> {
  return new Set(topics.flatMap((topic) => ASKED_AGAIN[topic]));
}

/** One person's own and nobody else's page. */
const UNTOLD = new Set(["saved_view"]);

/** The topics of what was heard that this reader's assignments reach; a hint about anything else is not passed on. */
export function topicsFor(heard: Heard, reaches: (change: Change) => boolean): Topic[] {
  if (heard === "much") return TOPICS;
  const told = heard.filter((change) => !UNTOLD.has(change.entity) && reaches(change));
  return [...new Set(told.map(({ entity }) => topicOf(entity)))];
}
