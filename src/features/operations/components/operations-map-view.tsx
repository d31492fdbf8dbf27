"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Card } from "#components/layout/card.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { OperationsMap } from "#components/map/map.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { listed, paired } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { OperationChoice } from "../schema.ts";
import styles from "./operations-board.module.css";
import { prepareMap } from "./prepare-map.ts";
import type { ChartRow, PlacedPoint } from "./prepare-map.ts";
import { useNoOperations } from "./use-no-operations.ts";

/** The chosen operations where a source places them: border points that are named, countries that took part. */
export function OperationsMapView({ choice }: { choice: OperationChoice }) {
  const t = useTranslations("operations");
  const locale = useLocale();
  const trpc = useTRPC();
  const none = useNoOperations(choice);
  const [selected, setSelected] = useState<string | null>(null);
  const chart = useQuery({
    ...trpc.operations.chart.queryOptions(choice),
    placeholderData: keepPreviousData,
  });
  return (
    <Known query={chart} title={t("notShown")} waiting={<SkeletonBox height={520} />}>
      {(data) => {
        if (data.rows.length === 0) return <EmptyState title={none.title}>{none.text}</EmptyState>;
        const { points, countries, unplaced } = prepareMap(data.rows);
        return (
          <Stack>
            <Card flush>
              <OperationsMap
                label={t("map.label")}
                height={520}
                points={points.map((point) => ({
                  ...point,
                  tone: "accent" as const,
                  label: point.name,
                  description: paired(
                    locale,
                    listed(locale, [point.name, countryName(point.countryCode, locale)]),
                    listed(
                      locale,
                      point.rows.map(({ codename }) => codename),
                    ),
                  ),
                }))}
                areas={countries.map(({ code }) => ({ code, tone: "accent" as const }))}
                selected={selected}
                onSelect={setSelected}
              />
            </Card>
            <p className={styles.count}>{t("map.meaning")}</p>
            <Columns split="halves">
              <PointTable points={points} selected={selected} />
              <CountryTable countries={countries} />
            </Columns>
            {unplaced.length > 0 && (
              <Card title={t("map.notPlaced")}>
                <Links rows={unplaced} />
              </Card>
            )}
          </Stack>
        );
      }}
    </Known>
  );
}

function Links({ rows }: { rows: readonly ChartRow[] }) {
  return (
    <ul className={styles.links}>
      {rows.map((row) => (
        <li key={row.id}>
          <WorldLink href={`/operations/${row.slug}`}>{row.codename}</WorldLink>
        </li>
      ))}
    </ul>
  );
}

function PointTable({ points, selected }: { points: readonly PlacedPoint[]; selected: string | null }) {
  const t = useTranslations("operations");
  const locale = useLocale();
  const shown = points.filter(({ id }) => selected === null || id === selected);
  return (
    <Card title={t("map.points")}>
      <SimpleTable
        label={t("map.points")}
        columns={[{ header: t("plan.point") }, { header: t("column.codename") }]}
        rows={shown.map((point) => ({
          key: point.id,
          emphasis: point.id === selected,
          cells: [
            listed(locale, [`\u2068${point.name}\u2069`, countryName(point.countryCode, locale)]),
            <Links key="links" rows={point.rows} />,
          ],
        }))}
      />
    </Card>
  );
}

function CountryTable({ countries }: { countries: readonly { code: string; count: number }[] }) {
  const t = useTranslations("operations");
  const locale = useLocale();
  const { href } = useUrlFilter();
  return (
    <Card title={t("map.countries")}>
      <SimpleTable
        label={t("map.countries")}
        columns={[{ header: t("plan.country") }, { header: t("title"), align: "end" }]}
        rows={countries.map(({ code, count }) => ({
          key: code,
          cells: [
            <WorldLink key="country" href={href({ country: code })} scroll={false}>
              {countryName(code, locale)}
            </WorldLink>,
            count,
          ],
        }))}
      />
    </Card>
  );
}
