type Counts = {
  held: number;
  planned: number;
  reported: number;
  validated: number | null;
  preliminary: number | null;
  certified: number | null;
  certifiedPreliminary: number | null;
};

const NOBODY: Counts = {
  held: 0,
  planned: 0,
  reported: 0,
  validated: null,
  preliminary: null,
  certified: null,
  certifiedPreliminary: null,
};
const plus = (a: number | null, b: number | null) => (a === null ? b : a + (b ?? 0));

/** Training of the chosen operations alone; what nobody reported stays null and is never a zero. */
export function sumTrained(
  rows: readonly (Counts & { operation: { id: string } | null })[],
  chosen: ReadonlySet<string>,
): Counts {
  return rows
    .filter(({ operation }) => operation !== null && chosen.has(operation.id))
    .reduce<Counts>(
      (sum, row) => ({
        held: sum.held + row.held,
        planned: sum.planned + row.planned,
        reported: sum.reported + row.reported,
        validated: plus(sum.validated, row.validated),
        preliminary: plus(sum.preliminary, row.preliminary),
        certified: plus(sum.certified, row.certified),
        certifiedPreliminary: plus(sum.certifiedPreliminary, row.certifiedPreliminary),
      }),
      NOBODY,
    );
}
