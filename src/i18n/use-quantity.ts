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
