"use client";

import { useLocale, useTranslations } from "next-intl";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { countryName } from "#lib/country.ts";
import { issuerName } from "#lib/issuer.ts";
import type { CorridorNow } from "./prepare-corridors.ts";
import { TotalCell } from "./total-cell.tsx";

/** Corridors as a table: who issued the document, where the match was confirmed, how many. */
export function CorridorsTable({ corridors }: { corridors: readonly CorridorNow[] }) {
  const t = useTranslations("situation");
  const locale = useLocale();
  const rows = corridors
    .toSorted(
      (a, b) => b.validated + b.preliminary - a.validated - a.preliminary || a.issuer.localeCompare(b.issuer),
    )
    .map(({ point, issuer, place, validated, preliminary }) => ({
      key: `${issuer}-${point}`,
      cells: [
        issuerName(issuer, locale),
        `${place.name}, ${countryName(place.countryCode, locale)}`,
        <TotalCell
          key="n"
          absent="counted"
          total={{
            measure: "confirmed_matches",
            unit: "cases",
            validated: { form: "count", value: validated },
            preliminary,
          }}
        />,
      ],
    }));
  const columns = [
    { header: t("corridor.issuer") },
    { header: t("corridor.point") },
    { header: t("layer.confirmed"), align: "end" as const },
  ];
  return <SimpleTable label={t("layer.corridors")} columns={columns} rows={rows} />;
}
