import { useTranslations } from "next-intl";
import { useFormatter } from "./use-formatter.ts";

type TermKey = Parameters<ReturnType<typeof useTranslations<"terms">>>[0];

/** An amount with its unit, one or many: "1 item", "14.5 kg". Money keeps its ISO code. */
export function useQuantity(): (amount: number, unit: string) => string {
  const terms = useTranslations("terms");
  const say = terms as unknown as (key: string, values: object) => string;
  const format = useFormatter();
  return (count, unit) => {
    const amount = format.number(count, { maximumFractionDigits: 3, numberingSystem: "latn" });
    const counted = `quantity.${unit}` as TermKey;
    if (terms.has(counted)) return say(counted, { count, amount });
    const named = `unit.${unit}` as TermKey;
    return `${amount} ${terms.has(named) ? terms(named) : unit}`;
  };
}

const PLACE = "\u0001";

/** The unit alone, as it stands after a number that is drawn for itself: "item" after 1, "items" after 14. */
export function useUnit(): (unit: string, count: number | null) => string {
  const terms = useTranslations("terms");
  const say = terms as unknown as (key: string, values: object) => string;
  return (unit, count) => {
    const counted = `quantity.${unit}` as TermKey;
    if (count === null || !terms.has(counted)) {
      const named = `unit.${unit}` as TermKey;
      return terms.has(named) ? terms(named) : unit;
    }
    const after = (number: number) => say(counted, { count: number, amount: PLACE });
    const said = after(count);
    // Arabic says one and two without a number; after a numeral it takes the form that follows a hundred.
    return (said.includes(PLACE) ? said : after(100)).replace(PLACE, "").trim();
  };
}
