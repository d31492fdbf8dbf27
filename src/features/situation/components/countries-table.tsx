"use client";

import { useLocale, useTranslations } from "next-intl";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { countriesByName } from "#lib/country.ts";
import { usePlaceWords } from "./measure-words.ts";
import type { Places } from "./prepare-places.ts";
import styles from "./situation.module.css";
import { TotalCell } from "./total-cell.tsx";

const PEOPLE = ["arrests", "victims_presumed", "victims_identified"];

/** Countries with their operations, and the people whose results no border point is named for. */
export function CountriesTable({ places }: { places: Places }) {
  const t = useTranslations("situation");
  const locale = useLocale();
  const words = usePlaceWords();
  const operations = new Map(places.operations.map((operation) => [operation.slug, operation]));
  const byCode = new Map(places.countries.map((country) => [country.code, country]));
  const measures = places.people === "none" ? [] : PEOPLE;
  const rows = countriesByName(locale, [...byCode.keys()]).map(({ code, name }) => {
    const country = byCode.get(code);
    return {
      key: code,
      cells: [
        name,
        <span key="o" className={styles.names}>
          {(country?.operations ?? []).map((slug) => (
            <WorldLink key={slug} href={`/operations/${slug}`}>
              {operations.get(slug)?.codename ?? slug}
            </WorldLink>
          ))}
        </span>,
        ...measures.map((measure) => (
          <TotalCell
            key={measure}
            total={country?.totals.find((total) => total.measure === measure)}
            absent="apart"
          />
        )),
      ],
    };
  });
  const how = t(places.people === "months" ? "countryWhole" : "countryApart");
  const columns = [
    { header: t("country") },
    { header: t("layer.operations") },
    ...measures.map((measure) => ({ header: `${words(measure, "people")} (${how})`, align: "end" as const })),
  ];
  return <SimpleTable label={t("countriesTable")} columns={columns} rows={rows} />;
}
