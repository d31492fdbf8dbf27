import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { MonthSeries } from "#components/charts/prepare-bar-by-month.ts";
import { VolumeSource } from "#generated/prisma/enums.ts";
import type { Legacy } from "./point-types.ts";

/** One thing counted by month, as its sources say it. */
export type Counted = { key: string; label: string; series: MonthSeries[] };

const LOOKS = { server_log: "full", national_return: "hatched", estimate: "open" } as const;
type Rows<Name extends "checks" | "volumes"> = readonly Legacy[Name][number][];

/** What can be shown, queries first: each access and database with its sources; then checks by unit. */
export function useCounted({ checks, volumes }: Legacy): Counted[] {
  const t = useTranslations("points.legacy");
  const terms = useTranslations("terms");
  return useMemo(() => {
    const byAccess = Map.groupBy(volumes, ({ access, database }) => `${access} ${database}`);
    const queried = [...byAccess].flatMap(([key, [first, ...more]]): Counted[] => {
      if (!first) return [];
      const label = t("volume", {
        system: terms(`accessSystem.${first.system}`),
        database: terms(`database.${first.database}`),
      });
      return [{ key, label, series: sourcesOf([first, ...more], (name) => terms(`volumeSource.${name}`)) }];
    });
    const byUnit = Map.groupBy(checks, ({ unit }) => unit);
    const checked = [...byUnit].map(([unit, rows]): Counted => ({
      key: unit,
      label: t("checks", { unit: terms(`unit.${unit as "documents"}`) }),
      series: checksOf(rows, { validated: t("validated"), preliminary: t("preliminary") }),
    }));
    return [...queried, ...checked];
  }, [checks, volumes, t, terms]);
}

/** Three sources stand side by side; none is added to another. */
function sourcesOf(rows: Rows<"volumes">, label: (source: VolumeSource) => string): MonthSeries[] {
  return Object.values(VolumeSource).flatMap((source) => {
    const own = rows.filter((row) => row.source === source);
    if (own.length === 0) return [];
    const counts = Object.fromEntries(own.map(({ month, count }) => [month, count]));
    return [{ key: source, label: label(source), colour: "access" as const, look: LOOKS[source], counts }];
  });
}

/** Validated checks, and beside them what is not validated yet where there is any. */
function checksOf(rows: Rows<"checks">, labels: Record<"validated" | "preliminary", string>): MonthSeries[] {
  const colour = "checks" as const;
  const open = rows.filter(({ preliminary }) => preliminary > 0);
  const validated = Object.fromEntries(rows.map((row) => [row.month, row.validated]));
  const preliminary = Object.fromEntries(open.map((row) => [row.month, row.preliminary]));
  return [
    { key: "validated", label: labels.validated, colour, counts: validated },
    ...(open.length > 0
      ? [
          {
            key: "preliminary",
            label: labels.preliminary,
            colour,
            look: "hatched" as const,
            counts: preliminary,
          },
        ]
      : []),
  ];
}
