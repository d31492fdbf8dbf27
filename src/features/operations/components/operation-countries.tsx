"use client";

import { useLocale, useTranslations } from "next-intl";
import { countryName } from "#lib/country.ts";

const SHOWN = 3;

type Props = { codes: readonly string[]; reported: number | null };

/** Up to three countries by name, otherwise how many; where none is named, how many a source counts. */
export function OperationCountries({ codes, reported }: Props) {
  const t = useTranslations("operations");
  const locale = useLocale();
  if (codes.length === 0)
    return <>{reported === null ? t("countriesNotListed") : t("countriesReported", { count: reported })}</>;
  const names = codes.map((code) => countryName(code, locale));
  const list = new Intl.ListFormat(locale, { type: "unit" }).format(names);
  if (codes.length <= SHOWN) return <span>{list}</span>;
  return <span title={list}>{t("countriesCount", { count: codes.length })}</span>;
}
