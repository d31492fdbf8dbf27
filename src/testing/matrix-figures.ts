import { newId } from "#lib/ids.ts";
import { always, countryRow, type Entry } from "./matrix-entry.ts";
import type { Rows } from "./matrix-fixture.ts";

/** Rows that the lines below speak of. */
export type FigureRows = { organisation: string; retired: string };

export async function plantFigureRows({ put }: Rows): Promise<FigureRows> {
  const rows = { organisation: newId(), retired: newId() };
  const kenyan = { kind: "police", country_code: "KE", version: 1 };
  await put("organisation", { id: rows.organisation, name: `Police ${rows.organisation}`, ...kenyan });
  await put("organisation", {
    id: rows.retired,
    name: `Retired ${rows.retired}`,
    ...kenyan,
    retired_at: new Date(),
    retired_reason: "Merged",
  });
  return rows;
}

/** The lines of organisations, figures and the audit. */
export const FIGURE_LINES: Record<string, Entry> = {
  "organisations.list": always("AMRL", () => ({})),
  "organisations.choices": always("AMRL", () => ({ countries: ["KE"] })),
  "organisations.show": always("AMRL", (f) => ({ id: f.figures.organisation })),
  "organisations.add": countryRow("AM", () => {
    const id = newId();
    return { id, name: `Matrix ${id}`, acronym: null, kind: "customs", countryCode: "KE" };
  }),
  "organisations.revise": countryRow("AM", (f) => ({
    id: f.figures.organisation,
    version: 1,
    name: `Revised ${f.figures.organisation}`,
    acronym: "RP",
    kind: "police",
    countryCode: "KE",
    anyway: true,
  })),
  "organisations.retire": countryRow("AM", (f) => ({
    id: f.figures.organisation,
    version: 1,
    reason: "Merged with another",
  })),
  "organisations.restore": countryRow("AM", (f) => ({ id: f.figures.retired, version: 1 })),
};
