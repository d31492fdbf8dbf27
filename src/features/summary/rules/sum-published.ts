import type { FigureStatus, Measure } from "#generated/prisma/enums.ts";
import { sumOf, whyNotSummed, type Measured, type Unlike } from "#lib/measure.ts";
import { qualifierOfSum, type Qualifier } from "#lib/qualifier.ts";

export type Published = Measured & {
  id: string;
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  qualifier: Qualifier;
  wording: string | null;
  status: FigureStatus;
  operation: { slug: string; codename: string; year: number | null };
};

export type PublishedSum = {
  measure: Measure;
  unit: string;
  /** What the figures are of, where the measure alone does not say it. */
  kind: string | null;
  value: number;
  qualifier: Qualifier;
  /** Figures with a number, and those without one, which are left out and never taken as zero. */
  counted: number;
  without: number;
  operations: number;
};
export type Apart = { figure: Published; reason: Unlike | "single" | "no_number" };

const kindOf = (figure: Measured) => figure.commodity ?? figure.label ?? null;
const hasNumber = (figure: Published) => figure.value !== null && figure.low === null && figure.high === null;

/** Figures that may be added to each other, greedily in order; every figure ends in exactly one group. */
function groupsOf(figures: readonly Published[]): Published[][] {
  const groups: { first: Published; all: Published[] }[] = [];
  for (const figure of figures) {
    const home = groups.find(({ first }) => whyNotSummed(first, figure) === null);
    if (home && whyNotSummed(figure, figure) === null) home.all.push(figure);
    else groups.push({ first: figure, all: [figure] });
  }
  return groups.map(({ all }) => all);
}

/**
 * Published figures of one measure: sums where measure and unit are the same, everything else apart with the reason. The reason
 * is told against the largest group, because that is the sum a reader would expect it in.
 */
export function sumPublished(figures: readonly Published[]): { sums: PublishedSum[]; apart: Apart[] } {
  const groups = groupsOf(figures).toSorted((a, b) => b.length - a.length);
  const sums: PublishedSum[] = [];
  const apart: Apart[] = [];
  const largest = groups[0]?.[0];
  for (const group of groups) {
    const numbered = group.filter(hasNumber);
    const summed = sumOf(numbered);
    const [first] = numbered;
    if (first && numbered.length > 1 && summed.ok && summed.value !== null) {
      sums.push(sumRow(group, first, summed.value));
      for (const figure of group) if (!hasNumber(figure)) apart.push({ figure, reason: "no_number" });
    } else for (const figure of group) apart.push({ figure, reason: reasonFor(figure, largest) });
  }
  return { sums, apart };
}

function reasonFor(figure: Published, largest: Published | undefined): Apart["reason"] {
  if (!hasNumber(figure)) return "no_number";
  return (
    whyNotSummed(figure, figure) ??
    (largest && largest !== figure ? whyNotSummed(largest, figure) : null) ??
    "single"
  );
}

function sumRow(group: readonly Published[], first: Published, value: number): PublishedSum {
  const numbered = group.filter(hasNumber);
  const needsKind = ["other", "seizures", "outcomes", "assets_identified"].includes(first.measure);
  return {
    measure: first.measure,
    unit: first.unit,
    kind: needsKind ? kindOf(first) : null,
    value,
    qualifier: qualifierOfSum(group.map((figure) => (hasNumber(figure) ? figure.qualifier : "unquantified"))),
    counted: numbered.length,
    without: group.length - numbered.length,
    operations: new Set(numbered.map(({ operation }) => operation.slug)).size,
  };
}
