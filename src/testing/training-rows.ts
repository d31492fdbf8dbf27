import { newId } from "#lib/ids.ts";

type Rows = { put: (table: string, row: Record<string, unknown>) => Promise<unknown> };

/** A session planned, one held with attendance that waits, one cancelled, all in Kenya. */
export type TrainingRows = Record<"planned" | "held" | "cancelled" | "attendance" | "organisation", string>;

export async function plantTrainingRows({ put }: Rows, at: { operationId: string; day: string }) {
  const rows: TrainingRows = {
    planned: newId(),
    held: newId(),
    cancelled: newId(),
    attendance: newId(),
    organisation: newId(),
  };
  for (const state of ["planned", "held", "cancelled"] as const)
    await put("training_session", {
      id: rows[state],
      operation_id: at.operationId,
      country_code: "KE",
      title: `Matrix ${state}`,
      place: "Nairobi",
      starts_on: at.day,
      ends_on: at.day,
      delivery: "in_class",
      languages: ["en"],
      topics: ["sltd"],
      state,
      state_reason: state === "cancelled" ? "Floods" : null,
      version: 1,
    });
  const name = `Police ${rows.organisation}`;
  await put("organisation", { id: rows.organisation, name, kind: "police", country_code: "KE", version: 1 });
  await put("attendance", {
    id: rows.attendance,
    session_id: rows.held,
    organisation_id: rows.organisation,
    country_code: "KE",
    invited: 12,
    attended: 10,
    review: "submitted",
    validated_on_behalf: false,
    recorded_by_id: newId(),
    recorded_at: new Date(),
    version: 1,
  });
  return rows;
}
