import { newId } from "#lib/ids.ts";
import type { Rows } from "./planted-rows.ts";

/** Rows that the lines of the matrix on figures, organisations and programmes speak of. */
export type FigureRows = {
  organisation: string;
  retired: string;
  programme: string;
  source: string;
  /** A figure of its own, one that is a claim, and one that is free. */
  figure: string;
  claim: string;
  free: string;
  question: string;
};

export async function plantFigureRows({ put }: Rows, operation_id: string): Promise<FigureRows> {
  const [source, figure, claim, free, question] = [newId(), newId(), newId(), newId(), newId()];
  const rows = {
    organisation: newId(),
    retired: newId(),
    programme: newId(),
    source,
    figure,
    claim,
    free,
    question,
  };
  const placed = { operation_id, position: 0 };
  await put("source", { id: source, ...placed, locator: "matrix", tier: "primary", version: 1 });
  await put("figure_set", { id: question, operation_id, question: "How many?", version: 1 });
  for (const id of [figure, claim, free])
    await put("figure", {
      id,
      ...placed,
      measure: "arrests",
      unit: "people",
      databases: [],
      label: "arrests",
      value: 40,
      qualifier: "exact",
      certainty: "stated",
      status: "final",
      valuation: false,
      figure_set_id: id === claim ? question : null,
    });
  const kenyan = { kind: "police", country_code: "KE", version: 1 };
  await put("organisation", { id: rows.organisation, name: `Police ${rows.organisation}`, ...kenyan });
  await put("organisation", {
    id: rows.retired,
    name: `Retired ${rows.retired}`,
    ...kenyan,
    retired_at: new Date(),
    retired_reason: "Merged",
  });
  await put("programme", {
    id: rows.programme,
    code: `P-${rows.programme}`,
    name: "Programme",
    crime_areas: [],
    topics: [],
    databases: [],
    systems: [],
    sectors: [],
    version: 1,
  });
  return rows;
}
