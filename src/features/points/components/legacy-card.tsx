"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { BarByMonth } from "#components/charts/bar-by-month.tsx";
import type { MonthMark } from "#components/charts/prepare-bar-by-month.ts";
import { Known } from "#components/form/known.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useJoined } from "#i18n/use-joined.ts";
import { monthOf } from "#lib/period.ts";
import { useTRPC } from "#trpc/client.tsx";
import { meanOf, spansOf, type Span, type Turn } from "../rules/legacy.ts";
import type { Legacy, Point } from "./point-types.ts";
import styles from "./points.module.css";
import { useCounted, type Counted } from "./use-counted.ts";

/** Before and after: what is counted by month, with the training and the end of the operation marked, and means of the stretches between. */
export function LegacyCard({ point }: { point: Point }) {
  const t = useTranslations("points.legacy");
  const trpc = useTRPC();
  const exercise = useExercise();
  const read = useQuery(trpc.points.legacy.queryOptions({ id: point.id, exercise }));
  return (
    <Card title={t("title")} note={t("lead")}>
      <Known query={read} waiting={<SkeletonLines lines={5} />}>
        {(legacy) => (legacy.months.length === 0 ? <p>{t("empty")}</p> : <Counts legacy={legacy} />)}
      </Known>
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
  const { pair } = useJoined();
  const spans = spansOf(legacy.months, legacy.turns);
  if (legacy.turns.length === 0) return <p className={styles.note}>{t("noTurns")}</p>;
  return (
    <SimpleTable
      label={pair(counted.label, t("mean"))}
      columns={[
        { header: t("span") },
        ...counted.series.flatMap(({ label }) => [
          { header: counted.series.length > 1 ? pair(label, t("mean")) : t("mean"), align: "end" as const },
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
