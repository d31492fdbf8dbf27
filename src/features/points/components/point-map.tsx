"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { OperationsMap } from "#components/map/map.tsx";
import type { MapPoint } from "#components/map/map-types.ts";
import { listed } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { PointChoice } from "../schema.ts";
import styles from "./points.module.css";

type Place = RouterOutputs["points"]["places"]["places"][number];

/** The same points on the map: live access in colour, anything less hatched. The table beside it says the same. */
export function PointMap({ choice }: { choice: PointChoice }) {
  const t = useTranslations("points");
  const trpc = useTRPC();
  const readable = useCan()("point:read");
  const read = useQuery({
    enabled: readable,
    ...trpc.points.places.queryOptions(choice),
    placeholderData: keepPreviousData,
  });
  // Whoever reads no points is told so once, by the list.
  if (!readable) return null;
  return (
    <Known query={read} title={t("map")} waiting={<SkeletonBox height={300} />}>
      {(found) => <Placed {...found} />}
    </Known>
  );
}

function Placed({ places, unplaced }: RouterOutputs["points"]["places"]) {
  const t = useTranslations("points");
  const [selected, setSelected] = useState<string | null>(null);
  const points = useMapPoints(places);
  const chosen = places.find(({ id }) => id === selected);
  return (
    <Card flush>
      <div className={styles.map}>
        <OperationsMap
          label={t("map")}
          points={points}
          selected={selected}
          onSelect={setSelected}
          height={300}
        />
        {(chosen || unplaced > 0) && (
          <div className={styles.under}>
            {chosen && (
              <ActionLink href={`/points/${chosen.id}`}>{t("openPoint", { name: chosen.name })}</ActionLink>
            )}
            {unplaced > 0 && <p className={styles.note}>{t("unplaced", { count: unplaced })}</p>}
          </div>
        )}
      </div>
    </Card>
  );
}

/** Each place as a point of the map that says its access. */
function useMapPoints(places: readonly Place[]): MapPoint[] {
  const t = useTranslations("points");
  const terms = useTranslations("terms");
  const locale = useLocale();
  return useMemo(() => {
    const words = ({ access }: Place) => {
      if (access === null) return t("access.hidden");
      if (access.length === 0) return t("access.none");
      return listed(
        locale,
        access.map(({ system, state }) =>
          t("access.stateOf", {
            system: terms(`accessSystem.${system}`),
            state: state === null ? t("access.noState") : terms(`accessState.${state}`),
          }),
        ),
      );
    };
    return places.flatMap((row): MapPoint[] => {
      if (row.place === null) return [];
      const live = row.access?.some(({ state }) => state === "live") ?? false;
      const country = countryName(row.countryCode, locale);
      return [
        {
          id: row.id,
          ...row.place,
          label: row.iata ?? row.name,
          description: t("onMap", { name: row.name, country, access: words(row) }),
          tone: row.access === null ? "prelim" : "access",
          hatched: row.access !== null && !live,
        },
      ];
    });
  }, [places, t, terms, locale]);
}
