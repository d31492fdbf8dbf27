import { useTranslations } from "next-intl";
import type { OperationChoice } from "../schema.ts";

/** Nothing fits the filters, or there is nothing at all yet: what to do next is not the same. */
export function useNoOperations(chosen: OperationChoice): { title: string; text: string } {
  const t = useTranslations("operations.empty");
  const { text, programme, country, state, from, to } = chosen;
  if (text || programme || country || state || from || to) return { title: t("title"), text: t("text") };
  return { title: t("noneYet"), text: t("noneYetText") };
}
