import "server-only";
import { DomainError } from "#lib/errors.ts";

const LAWS: Record<string, string> = {
  "confirmation.not_found": "not_found",
  "confirmation.already_answered": "confirmation.already_answered",
  "confirmation.reason_needed": "confirmation.reason_needed",
  "row.validated_is_fixed": "row.validated_is_fixed",
  "row.not_the_reviewer": "row.not_the_reviewer",
  "operation.slug_is_fixed": "operation.slug_is_fixed",
  "operation.not_ready": "operation.not_ready",
  "return.no_checks_has_no_lines": "return.no_checks_has_no_lines",
  four_eyes: "row.four_eyes",
  daily_return_one_current: "return.already_filed",
  attendance_one_current: "attendance.already_recorded",
  training_evaluation_one_current: "training.evaluation_already_recorded",
  query_volume_one_current: "access.volume_already_recorded",
  "access.status_stays": "access.status_stays",
  "arrest.more_than_arrested": "arrest.more_than_arrested",
  "row.superseded_by_nothing": "row.superseded_by_nothing",
};

/**
 * What the database refused, as a refusal for the reader: broken laws by name, everything about ids and keys as "not usable"
 * so that nobody learns which rows exist. Null for a failure that is ours.
 */
export function translateDatabaseError(error: unknown): DomainError | null {
  const text = everythingSaid(error);
  for (const [law, reason] of Object.entries(LAWS))
    if (text.includes(law)) return new DomainError(reason === "not_found" ? "not_found" : "conflict", reason);
  const code = /\b(P2002|P2003|P2004|P2025|23503|23505|23514|42501|22021|22P05)\b/.exec(text)?.[1];
  if (code === "P2025") return new DomainError("not_found", "not_found");
  if (code === "23514") return new DomainError("invalid", "row.breaks_a_rule");
  // Half of a character, in what is kept as JSON, or in a list on its way to the database.
  const half = /invalid input syntax for type json|unexpected end of hex escape/.test(text);
  if (half || code === "22021" || code === "22P05") return new DomainError("invalid", "text.not_storable");
  return code === undefined ? null : new DomainError("unusable", "id.not_usable");
}

function everythingSaid(error: unknown): string {
  const said: string[] = [];
  for (let at = error, depth = 0; at && typeof at === "object" && depth < 5; depth += 1) {
    const { message, code, meta, cause } = at as Record<string, unknown>;
    for (const part of [message, code, meta])
      said.push(typeof part === "string" ? part : JSON.stringify(part ?? ""));
    if (cause && typeof cause === "object") said.push(JSON.stringify(cause));
    at = cause;
  }
  return said.join(" ");
}
