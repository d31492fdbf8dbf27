export const EVENT_FILTERS = ["chain", "entity", "verb", "operation", "actor", "from", "to"] as const;

/** What has a history that its readers may open. */
export const HISTORIES = [
  "operation",
  "daily_return",
  "match",
  "outcome",
  "arrest",
  "people_outcome",
  "seizure",
  "training_session",
  "attendance",
  "border_point",
  "access_point",
  "organisation",
  "figure",
  "figure_set",
  "source",
  "programme",
] as const;
export type History = (typeof HISTORIES)[number];

/** Everything an event may be about. */
export const ENTITIES = [
  ...HISTORIES,
  "deployment",
  "confirmation_request",
  "news_item",
  "person",
  "assignment",
  "invitation",
  "session",
  "setting",
  "saved_view",
  "audit",
] as const;
export type Entity = (typeof ENTITIES)[number];

/** Everything that is done with them: what stands after the dot of an action, each with words in four languages. */
export const VERBS = [
  "accepted",
  "added",
  "amended",
  "answered",
  "approved",
  "attendance_queried",
  "attendance_recorded",
  "attendance_validated",
  "cancelled",
  "changed",
  "claim_added",
  "claim_removed",
  "cloned",
  "closed",
  "confirmation_requested",
  "confirmed",
  "confirmed_nationally",
  "corrected",
  "described",
  "disabled",
  "enabled",
  "entered",
  "evaluation_recorded",
  "exported",
  "failed",
  "filed",
  "finding_recorded",
  "forgotten",
  "found_broken",
  "granted",
  "heads_taken",
  "held",
  "imported",
  "kept",
  "lines_validated",
  "no_reply",
  "not_confirmed",
  "opened",
  "others_revoked",
  "outcome_recorded",
  "password_set",
  "phases_moved",
  "planned",
  "profile_changed",
  "queried",
  "query_answered",
  "record_chosen",
  "record_revised",
  "recorded",
  "redeemed",
  "reopened",
  "replaced",
  "reply_recorded",
  "requested",
  "restored",
  "retired",
  "revised",
  "revoked",
  "secondary_inspection",
  "sent",
  "state_changed",
  "stated",
  "status_added",
  "status_recorded",
  "status_withdrawn",
  "superseded",
  "validated",
  "verified",
  "volume_recorded",
  "volume_revised",
  "withdrawn",
] as const;

/** Under this id stand the events about the audit itself. */
export const AUDIT_ID = "00000000-0000-7000-8000-00000000a0d1";

export const VERIFIED = "audit.verified";
export const FOUND_BROKEN = "audit.found_broken";
export const HEADS_TAKEN = "audit.heads_taken";

export type Walked = { chain: string; events: number; firstBad: number | null; headAgrees: boolean };

/** A chain is whole when no event is broken and it ends where its head says. */
export const isWhole = ({ firstBad, headAgrees }: Walked): boolean => firstBad === null && headAgrees;

/** "KE.147" as chain and number; the schema has checked its form. */
export function readCursor(cursor: string): { chain: string; seq: number } {
  const dot = cursor.lastIndexOf(".");
  return { chain: cursor.slice(0, dot), seq: Number(cursor.slice(dot + 1)) };
}

export const cursorOf = ({ chain, seq }: { chain: string; seq: number }): string => `${chain}.${seq}`;

/** "recorded" of "match.recorded". */
export const verbOf = (action: string): string => action.slice(action.lastIndexOf(".") + 1);

/** Parts of a plan that its form names otherwise than the plan itself. */
const PLANNED: Record<string, string> = {
  countingBasis: "field.basis",
  deployments: "section.points",
  handlingMark: "field.mark",
  organisations: "section.partners",
  parentId: "field.parent",
  participations: "section.countries",
  phases: "section.phases",
  programmes: "section.programmes",
  retentionOn: "field.retention",
};

/** Under which key the words of a changed field stand, among the words of its thing. */
export const wordKeyOf = (entity: string, field: string): string =>
  entity === "operation" ? (PLANNED[field] ?? `field.${field}`) : field;
