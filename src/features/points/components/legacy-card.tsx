"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { BarByMonth } from "#components/charts/bar-by-month.tsx";
import type { MonthMark, MonthSeries } from "#components/charts/prepare-bar-by-month.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { VolumeSource } from "#generated/prisma/enums.ts";
import { monthOf } from "#lib/period.ts";
import { useTRPC } from "#trpc/client.tsx";
import { meanOf, spansOf, type Span, type Turn } from "../rules/legacy.ts";
import type { Legacy, Point } from "./point-types.ts";
import styles from "./points.module.css";

type Counted = { key: string; label: string; series: MonthSeries[] };
const LOOKS = { server_log: "full", national_return: "hatched", estimate: "open" } as const;

/** Before and after: what is counted by month, with the training and the end of the operation marked, and means of the stretches between. */
export function LegacyCard({ point }: { point: Point }) {
  const t = useTranslations("points.legacy");
  const trpc = useTRPC();
  const exercise = useExercise();
  const { data, error } = useQuery(trpc.points.legacy.queryOptions({ id: point.id, exercise }));
  return (
    <Card title={t("title")} note={t("lead")}>
      <Refusal error={error} title={t("title")} />
      {!data && !error && <SkeletonLines lines={5} />}
      {data?.months.length === 0 && <p>{t("empty")}</p>}
      {data && data.months.length > 0 && <Counts legacy={data} />}
    </Card>
  );
}

function Counts({ legacy }: { legacy: Legacy }) {
  const t = useTranslations("points.legacy");
  const volume = useTranslations("points.volume");
  const all = useCounted(legacy);
  const [chosen, setChosen] = useState<string | null>(null);
  const counted = all.find(({ key }) => key === chosen) ?? all[0];
  const marks = useMarks(legacy);
  if (!counted) return <p>{t("empty")}</p>;
  return (
    <div className={styles.form}>
      {all.length > 1 && (
        <SelectField
          label={t("show")}
          data={all.map(({ key, label }) => ({ value: key, label }))}
          value={counted.key}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <BarByMonth
        label={t("chart", { what: counted.label })}
        months={legacy.months}
        series={counted.series}
        marks={marks}
        marksLabel={t("event")}
        unknown={volume("unknown")}
        note={t("unknown")}
      />
      <Spans legacy={legacy} counted={counted} />
    </div>
  );
}

/** Means of the known months before, between and after; unknown months are said, not filled. */
function Spans({ legacy, counted }: { legacy: Legacy; counted: Counted }) {
  const t = useTranslations("points.legacy");
  const format = useFormatter();
  const words = useSpanWords();
  const spans = spansOf(legacy.months, legacy.turns);
  if (legacy.turns.length === 0) return <p className={styles.note}>{t("noTurns")}</p>;
  return (
    <SimpleTable
      label={`${counted.label}: ${t("mean")}`}
      columns={[
        { header: t("span") },
        ...counted.series.flatMap(({ label }) => [
          { header: counted.series.length > 1 ? `${label}: ${t("mean")}` : t("mean"), align: "end" as const },
          { header: t("months"), align: "end" as const },
        ]),
      ]}
      rows={spans.map((span) => ({
        key: span.months[0] ?? "",
        cells: [
          words(span),
          ...counted.series.flatMap(({ counts }) => {
            const { mean, known } = meanOf(span.months.map((month) => counts[month] ?? null));
            return [
              mean === null ? "—" : format.number(mean, "count"),
              t("of", {
                known: format.number(known, "count"),
                all: format.number(span.months.length, "count"),
              }),
            ];
          }),
        ],
      }))}
    />
  );
}

function useSpanWords() {
  const t = useTranslations("points.legacy");
  const format = useFormatter();
  const turn = ({ kind, name, from, to }: Turn) =>
    t(kind, {
      name: `\u2068${name}\u2069`,
      date: format.dateTime(new Date(kind === "training" ? from : to), "day"),
    });
  return ({ after, before }: Span): string => {
    if (after && before) return t("between", { after: turn(after), before: turn(before) });
    if (after) return t("from", { after: turn(after) });
    return before ? t("until", { before: turn(before) }) : t("all");
  };
}

function useMarks({ turns, months }: Legacy): MonthMark[] {
  const t = useTranslations("points.legacy");
  return useMemo(
    () =>
      turns
        .map((turn): MonthMark => {
          const training = turn.kind === "training";
          return {
            month: monthOf(training ? turn.from : turn.to),
            label: t(training ? "trainingMark" : "operationMark", { name: turn.name }),
            colour: training ? "training" : "matches",
          };
        })
        .filter(({ month }) => months.includes(month))
        .toSorted((a, b) => a.month.localeCompare(b.month)),
    [turns, months, t],
  );
}

/** What can be shown, queries first: each access and database with its sources; checks by unit, validated and not. */
function useCounted({ checks, volumes }: Legacy): Counted[] {
  const t = useTranslations("points.legacy");
  const terms = useTranslations("terms");
  return useMemo(() => {
    const byAccess = Map.groupBy(volumes, ({ access, database }) => `${access} ${database}`);
    const queried = [...byAccess].map(([key, rows]): Counted => {
      const { system, database } = rows[0]!;
      const sources = Object.values(VolumeSource).filter((source) =>
        rows.some((row) => row.source === source),
      );
      return {
        key,
        label: t("volume", {
          system: terms(`accessSystem.${system}`),
          database: terms(`database.${database}`),
        }),
        series: sources.map((source) => ({
          key: source,
          label: terms(`volumeSource.${source}`),
          colour: "access",
          look: LOOKS[source],
          counts: Object.fromEntries(
            rows.filter((row) => row.source === source).map(({ month, count }) => [month, count]),
          ),
        })),
      };
    });
    const byUnit = Map.groupBy(checks, ({ unit }) => unit);
    const checked = [...byUnit].map(([unit, rows]): Counted => {
      const counts = (name: "validated" | "preliminary") =>
        Object.fromEntries(
          rows.filter((row) => name === "validated" || row[name] > 0).map((row) => [row.month, row[name]]),
        );
      const colour = "checks" as const;
      const preliminary = { key: "preliminary", label: t("preliminary"), colour, look: "hatched" as const };
      return {
        key: unit,
        label: t("checks", { unit: terms(`unit.${unit as "documents"}`) }),
        series: [
          { key: "validated", label: t("validated"), colour, counts: counts("validated") },
          ...(rows.some((row) => row.preliminary > 0)
            ? [{ ...preliminary, counts: counts("preliminary") }]
            : []),
        ],
      };
    });
    return [...queried, ...checked];
  }, [checks, volumes, t, terms]);
}
