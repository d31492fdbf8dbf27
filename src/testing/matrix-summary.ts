import { always, list, row, totalsShow, type Entry } from "./matrix-entry.ts";

/** The lines of the summary: what is counted, cut, opened, compared and open. */
export const SUMMARY_LINES: Record<string, Entry> = {
  "summary.totals": list("MRLSO", () => ({}), totalsShow),
  "summary.parts": list("MRLSO", () => ({ measure: "checks", unit: "documents" }), totalsShow),
  "summary.cuts": always("MRLSO", () => ({})),
  "summary.compare": row("MRLSO", (f) => ({ a: f.operation.slug, b: f.operation.slug })),
  "summary.open": always("MRLSO", () => ({})),
  "today.worlds": always("AMRLSO"),
  "summary.published": always("MRLSO", () => ({})),
};
