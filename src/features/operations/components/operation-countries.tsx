"use client";

import { useLocale, useTranslations } from "next-intl";
import { countryName } from "#lib/country.ts";

const SHOWN = 3;

/** Up to three countries by name, otherwise how many; none listed is said, not left empty. */
export function OperationCountries({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("operations");
  const locale = useLocale();
  if (codes.length === 0) return <span className="mute">{t("countriesNotListed")}</span>;
  const names = codes.map((code) => countryName(code, locale));
  const list = new Intl.ListFormat(locale, { type: "unit" }).format(names);
  if (codes.length <= SHOWN) return <span>{list}</span>;
  return <span title={list}>{t("countriesCount", { count: codes.length })}</span>;
}
