"use client";

import { useLocale, useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countriesByName, countryName } from "#lib/country.ts";
import { usePlaceWords } from "./measure-words.ts";
import type { Place, Places } from "./prepare-places.ts";
import styles from "./situation.module.css";

type Total = Place["totals"][number];

/** The map as tables: border points with their figures, and countries with their operations. */
export function PlacesTables({ places, period }: { places: Places; period: string }) {
  return (
    <div className={styles.tables}>
      <PointsTable places={places} period={period} />
      <CountriesTable places={places} />
    </div>
  );
}

function PointsTable({ places, period }: { places: Places; period: string }) {
  const t = useTranslations("situation");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const words = usePlaceWords();
  const units = [
    ...new Set(
      places.points.flatMap(({ totals }) =>
        totals.flatMap((one) => (one.measure === "checks" ? [one.unit] : [])),
      ),
    ),
  ];
  const wanted = [
    ...units.map((unit) => ({ measure: "checks", unit })),
    { measure: "matches", unit: "cases" },
    { measure: "confirmed_matches", unit: "cases" },
  ];
  const country = (place: Place) => countryName(place.countryCode, locale);
  const ordered = places.points.toSorted(
    (a, b) => country(a).localeCompare(country(b), locale) || a.name.localeCompare(b.name, locale),
  );
  const rows = ordered.map((place) => ({
    key: place.id,
    cells: [
      `${place.name}${place.iata ? ` (${place.iata})` : ""}`,
      country(place),
      terms(`borderPointKind.${place.kind}`),
      ...wanted.map(({ measure, unit }) => (
        <TotalCell
          key={`${measure}|${unit}`}
          total={place.totals.find((total) => total.measure === measure && total.unit === unit)}
        />
      )),
    ],
  }));
  const columns = [
    { header: t("pointName") },
    { header: t("country") },
    { header: t("kind") },
    ...wanted.map(({ measure, unit }) => ({ header: words(measure, unit), align: "end" as const })),
  ];
  return (
    <Card title={t("pointsTable")} note={period}>
      <SimpleTable label={t("pointsTable")} columns={columns} rows={rows} />
    </Card>
  );
}

function TotalCell({ total }: { total: Total | undefined }) {
  const t = useTranslations("situation.point");
  const format = useFormatter();
  if (!total) return "—";
  const { validated, preliminary } = total;
  return (
    <span
      className={styles.cell}
      data-total={`${total.measure}:${total.unit}`}
      data-validated={validated.form === "count" ? validated.value : undefined}
      data-preliminary={preliminary ?? 0}
    >
      {validated.form === "withheld" && t("withheld")}
      {validated.form !== "withheld" && !(validated.form === "missing" && preliminary) && (
        <FigureValue
          value={validated.form === "count" ? validated.value : null}
          suppressed={validated.form === "under"}
        />
      )}
      {preliminary !== null && preliminary > 0 && (
        <small>
          <i className={`${styles.swatch} hatch`} aria-hidden="true" /> +{format.number(preliminary, "count")}{" "}
          {t("preliminary")}
        </small>
      )}
    </span>
  );
}

function CountriesTable({ places }: { places: Places }) {
  const t = useTranslations("situation");
  const locale = useLocale();
  const operations = new Map(places.operations.map((operation) => [operation.slug, operation]));
  const bySlug = new Map(places.countries.map(({ code, operations: slugs }) => [code, slugs]));
  const rows = countriesByName(locale, [...bySlug.keys()]).map(({ code, name }) => ({
    key: code,
    cells: [
      name,
      <span key="o" className={styles.names}>
        {(bySlug.get(code) ?? []).map((slug) => (
          <WorldLink key={slug} href={`/operations/${slug}`}>
            {operations.get(slug)?.codename ?? slug}
          </WorldLink>
        ))}
      </span>,
    ],
  }));
  return (
    <Card title={t("countriesTable")}>
      <SimpleTable
        label={t("countriesTable")}
        columns={[{ header: t("country") }, { header: t("layer.operations") }]}
        rows={rows}
      />
    </Card>
  );
}
