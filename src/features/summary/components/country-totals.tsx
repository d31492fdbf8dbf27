"use client";

import { useLocale, useTranslations } from "next-intl";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { countryName } from "#lib/country.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { CountryPast } from "./country-past.tsx";
import { useTotalColumns } from "./total-cells.tsx";
import styles from "./summary.module.css";
import { useSummaryHref } from "./use-summary-href.ts";

/** Each country with its totals and its own past, in the order of names: no rank, no colour, no other country's past beside it. */
export function CountryTotals({ cuts: { countries, windows } }: { cuts: RouterOutputs["summary"]["cuts"] }) {
  const t = useTranslations("summary.cuts");
  const locale = useLocale();
  const href = useSummaryHref();
  const { columns, cellsOf, dash } = useTotalColumns((countries ?? []).map(({ totals }) => totals));
  if (countries === null) return <p className={styles.calm}>{t("noCountry")}</p>;
  const named = countries
    .map((row) => ({ ...row, name: countryName(row.country, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const rows = named.map((row) => ({
    key: row.country,
    cells: [
      <WorldLink key="name" href={href({ country: row.country, by: null })}>
        {row.name}
      </WorldLink>,
      ...cellsOf(row.totals, { country: row.country }),
    ],
  }));
  return (
    <>
      <SimpleTable label={t("country")} columns={[{ header: t("country") }, ...columns]} rows={rows} />
      {dash && <p className={styles.quiet}>{dash}</p>}
      <CountryPast countries={named} windows={windows} />
      <p className={styles.quiet}>{t("countryNote")}</p>
    </>
  );
}
