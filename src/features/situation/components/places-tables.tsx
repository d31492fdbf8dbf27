"use client";

import { useTranslations } from "next-intl";
import type { LocalDate } from "#lib/period.ts";
import { Card } from "#components/layout/card.tsx";
import type { SituationSearch } from "../schema.ts";
import { CorridorsTable } from "./corridors-table.tsx";
import { CountriesTable } from "./countries-table.tsx";
import { PointsTable } from "./points-table.tsx";
import { accessOn, type Access } from "./prepare-access.ts";
import type { CorridorNow } from "./prepare-corridors.ts";
import type { Places } from "./prepare-places.ts";
import styles from "./situation.module.css";
import type { ChangeAddress } from "./use-situation-address.ts";

type Props = {
  places: Places;
  /** Of the whole choice: those not selected stay here to be ticked. */
  all: Places;
  access: Access | undefined;
  corridors: readonly CorridorNow[] | undefined;
  day: LocalDate | null;
  period: string;
  asked: SituationSearch;
  change: ChangeAddress;
};

/** The map as tables: border points with their figures, and countries with their operations. */
export function PlacesTables({ places, all, access, corridors, day, period, asked, change }: Props) {
  const t = useTranslations("situation");
  const held = access ? accessOn(access, day ?? asked.filter.to ?? null) : null;
  return (
    <div className={styles.tables}>
      <Card title={t("pointsTable")} note={period}>
        <PointsTable places={places} all={all} access={held} points={asked.points} change={change} />
      </Card>
      {corridors && (
        <Card title={t("layer.corridors")} note={t("corridor.meaning")}>
          <CorridorsTable corridors={corridors} />
        </Card>
      )}
      <Card title={t("countriesTable")}>
        <CountriesTable places={places} />
      </Card>
    </div>
  );
}
