"use client";

import { FigureValue } from "#components/figure.tsx";
import { useTranslations } from "next-intl";
import type { Shown } from "#lib/suppress.ts";

/** A total as far as this reader may see it: exact, "<5", withheld, or not reported. */
export function ShownCount({ shown }: { shown: Shown }) {
  const t = useTranslations("operations.results");
  if (shown.form === "withheld") return <>{t("withheld")}</>;
  return (
    <FigureValue value={shown.form === "count" ? shown.value : null} suppressed={shown.form === "under"} />
  );
}
