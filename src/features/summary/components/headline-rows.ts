import type { Measure } from "#generated/prisma/enums.ts";
import type { FigureColour } from "#components/figure.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";

type Total = RouterOutputs["summary"]["totals"]["totals"][number];
type Shown = { measure: Measure; unit: string; total: Total | undefined; colour: FigureColour };

const COLOURS: Partial<Record<Measure, FigureColour>> = {
  checks: "checks",
  matches: "matches",
  confirmed_matches: "confirmed",
  arrests: "arrests",
  victims_presumed: "victims",
  victims_identified: "victims",
};
const LATER: readonly Measure[] = [
  "victims_presumed",
  "victims_identified",
  "migrants_encountered",
  "missing_persons_located",
  "entries_denied",
  "documents_seized",
  "investigations_opened",
];

const sizeOf = ({ validated, preliminary }: Total) =>
  (validated.form === "count" ? validated.value : 0) + (preliminary ?? 0);

/** Checks by unit, then matches, confirmed and arrests: what is missing of these is said, not left out. */
export function firstRow(totals: readonly Total[]): Shown[] {
  const checks = totals
    .filter(({ measure }) => measure === "checks")
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const of = (measure: Measure, unit: string): Shown => ({
    measure,
    unit,
    total: totals.find((total) => total.measure === measure && total.unit === unit),
    colour: COLOURS[measure] ?? "plain",
  });
  const counted: Shown[] = checks.map((total) => ({
    measure: "checks",
    unit: total.unit,
    total,
    colour: "checks",
  }));
  return [...counted, of("matches", "cases"), of("confirmed_matches", "cases"), of("arrests", "people")];
}

/** What came of it, as far as anything was counted. */
export function secondRow(totals: readonly Total[]): Shown[] {
  return LATER.flatMap((measure) =>
    totals
      .filter((total) => total.measure === measure)
      .map((total) => ({ measure, unit: total.unit, total, colour: COLOURS[measure] ?? "plain" })),
  );
}
