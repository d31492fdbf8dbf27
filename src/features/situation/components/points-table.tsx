"use client";

import { useLocale, useTranslations } from "next-intl";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { listed } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import { usePlaceWords } from "./measure-words.ts";
import type { AccessNow } from "./prepare-access.ts";
import type { Place, Places } from "./prepare-places.ts";
import { TotalCell } from "./total-cell.tsx";
import type { ChangeAddress } from "./use-situation-address.ts";
import { useAccessWords } from "./use-access-words.ts";

type Props = {
  places: Places;
  all: Places;
  access: Map<string, AccessNow[]> | null;
  points: readonly string[] | null;
  change: ChangeAddress;
};

/** Measures that the places of a choice are compared by. */
function wantedOf({ points, people }: Places) {
  const units = new Set(
    points.flatMap(({ totals }) => totals.flatMap((one) => (one.measure === "checks" ? [one.unit] : []))),
  );
  const measures = people === "points" ? ["arrests", "victims_presumed", "victims_identified"] : [];
  return [
    ...[...units].sort().map((unit) => ({ measure: "checks", unit })),
    { measure: "matches", unit: "cases" },
    { measure: "confirmed_matches", unit: "cases" },
    ...measures.map((measure) => ({ measure, unit: "people" })),
  ];
}

/** Border points with their figures; ticking some chooses them, as the lasso does on the map. */
export function PointsTable({ places, all, access, points, change }: Props) {
  const t = useTranslations("situation");
  const terms = useTranslations("terms");
  const accessOf = useAccessWords();
  const locale = useLocale();
  const words = usePlaceWords();
  const wanted = wantedOf(all);
  const country = (place: Place) => countryName(place.countryCode, locale);
  const shown = new Map(places.points.map((place) => [place.id, place]));
  const ordered = all.points.toSorted(
    (a, b) => country(a).localeCompare(country(b), locale) || a.name.localeCompare(b.name, locale),
  );
  const tick = (code: string, on: boolean) => {
    const next = on ? [...(points ?? []), code] : (points ?? []).filter((one) => one !== code);
    change({ points: next.length > 0 ? next.join(".") : null });
  };
  const states = (place: Place) => listed(locale, accessOf(access?.get(place.id)));
  const rows = ordered.map((listed) => {
    const place = shown.get(listed.id);
    const name = `${listed.name}${listed.iata ? ` (${listed.iata})` : ""}`;
    return {
      key: listed.id,
      cells: [
        <label key="n">
          <input
            type="checkbox"
            checked={points?.includes(listed.code) ?? false}
            onChange={(event) => tick(listed.code, event.currentTarget.checked)}
          />{" "}
          {name}
        </label>,
        country(listed),
        terms(`borderPointKind.${listed.kind}`),
        ...wanted.map(({ measure, unit }) =>
          place ? (
            <TotalCell
              key={`${measure}|${unit}`}
              total={place.totals.find((total) => total.measure === measure && total.unit === unit)}
              absent={place.reporting}
            />
          ) : (
            t("notSelected")
          ),
        ),
        ...(access ? [states(listed) || "—"] : []),
      ],
    };
  });
  const columns = [
    { header: t("pointName") },
    { header: t("country") },
    { header: t("kind") },
    ...wanted.map(({ measure, unit }) => ({ header: words(measure, unit), align: "end" as const })),
    ...(access ? [{ header: t("layer.access") }] : []),
  ];
  return <SimpleTable label={t("pointsTable")} columns={columns} rows={rows} />;
}
