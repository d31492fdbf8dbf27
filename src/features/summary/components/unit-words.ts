import { useUnit } from "#i18n/use-quantity.ts";

/** What is seized, checked or otherwise counted in items does not say by itself what an item is. */
const NAMELESS: readonly string[] = ["seizures", "checks", "other"];

/** The unit beside the number of a measure; none where the measure names what is counted: "14 countries" are no items. */
export function useUnitWords(): (measure: string, unit: string, count: number | null) => string {
  const unitOf = useUnit();
  return (measure, unit, count) =>
    unit === "items" && !NAMELESS.includes(measure) ? "" : unitOf(unit, count);
}
