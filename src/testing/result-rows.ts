import { newId } from "#lib/ids.ts";

type Put = { put: (table: string, row: Record<string, unknown>) => Promise<unknown> };
export type ResultRows = Record<"arrest" | "queried" | "status" | "people" | "seizure" | "outcome", string>;

/** Results of Kenya that every procedure about results finds: two arrests, one of them queried, and one of each other kind. */
export async function plantResultRows(
  { put }: Put,
  at: { operationId: string; pointId: string; day: string; matchId: string },
): Promise<ResultRows> {
  const ids: ResultRows = {
    arrest: newId(),
    queried: newId(),
    status: newId(),
    people: newId(),
    seizure: newId(),
    outcome: newId(),
  };
  const owned = { operation_id: at.operationId, country_code: "KE" };
  const common = {
    ...owned,
    local_date: at.day,
    review: "submitted",
    recorded_by_id: newId(),
    recorded_at: new Date(),
    validated_on_behalf: false,
  };
  const placed = { ...common, border_point_id: at.pointId, version: 1 };
  const arrest = { ...placed, count: 3, offence: "document_fraud", state: "arrested" };
  await put("arrest", { id: ids.arrest, ...arrest });
  await put("arrest", { id: ids.queried, ...arrest, review: "queried" });
  const status = { id: ids.status, arrest_id: ids.arrest, ...owned, state: "charged", count: 1 };
  await put("arrest_status", {
    ...status,
    on_date: at.day,
    recorded_by_id: common.recorded_by_id,
    recorded_at: new Date(),
  });
  const people = { kind: "migrants_encountered", age_group: "adult", sex: "female", count: 7 };
  await put("people_outcome", { id: ids.people, ...placed, ...people });
  await put("seizure", { id: ids.seizure, ...placed, commodity: "drugs", quantity: 1.5, unit: "kg" });
  const outcome = { match_id: at.matchId, kind: "released", at: new Date() };
  await put("outcome", { id: ids.outcome, ...common, ...outcome });
  return ids;
}
