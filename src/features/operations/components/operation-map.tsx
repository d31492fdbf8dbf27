"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { OperationsMap } from "#components/map/map.tsx";
import { listed } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import type { Operation } from "./operation-header.tsx";
import styles from "./operation-page.module.css";

/** The border points that are known, or else the countries; nothing is placed where no source places it. */
export function OperationMap({ operation, height = 260 }: { operation: Operation; height?: number }) {
  const t = useTranslations("operations");
  const locale = useLocale();
  const { points, participations, exercise } = operation;
  if (participations.length === 0 && points.length === 0) return null;
  const placed = points.flatMap(({ place, ...point }) => (place ? [{ ...point, ...place }] : []));
  const names = points.map(
    ({ name, countryCode }) => `\u2068${name}\u2069 (${countryName(countryCode, locale)})`,
  );
  return (
    <Card
      title={t("map.small")}
      {...(points.length > 0 && { note: t("pointsCount", { count: points.length }) })}
    >
      <OperationsMap
        label={t("map.label")}
        height={height}
        points={placed.map(({ id, lon, lat, name, countryCode }) => ({
          id,
          lon,
          lat,
          tone: "accent" as const,
          label: name,
          description: listed(locale, [name, countryName(countryCode, locale)]),
        }))}
        areas={participations.map(({ countryCode }) => ({ code: countryCode, tone: "accent" as const }))}
      />
      {names.length > 0 && names.length <= 6 && <p className={styles.note}>{names.join(" · ")}</p>}
      {points.length > 1 && !exercise && <p className={styles.note}>{t("map.notSplit")}</p>}
    </Card>
  );
}
