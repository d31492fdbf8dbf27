"use client";

import { useTranslations } from "next-intl";
import { BarByDay } from "#components/charts/bar-by-day.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { useAtOnce } from "#components/form/use-at-once.ts";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Card } from "#components/layout/card.tsx";
import { Stack } from "#components/layout/page.tsx";
import { bucketOf, BUCKETS } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { useMeasureWords } from "./measure-words.ts";
import styles from "./summary.module.css";

type Totals = RouterOutputs["summary"]["totals"];
type Trend = Totals["trends"][number];

const sizeOf = ({ buckets }: Trend) =>
  buckets.reduce((sum, { validated, preliminary }) => sum + (validated ?? 0) + (preliminary ?? 0), 0);

type Props = { totals: Totals; filter: SummaryFilter };

/** Checks and matches by day, week or month: one chart for each unit, because unlike things are not stacked. */
export function SummaryTrend({ totals, filter }: Props) {
  const t = useTranslations("summary.trend");
  const { set } = useUrlFilter();
  const [bucket, choose] = useAtOnce(filter.bucket ?? totals.bucket, filter.bucket ?? totals.bucket);
  const checks = totals.trends.filter(({ measure }) => measure === "checks");
  const [main, ...others] = checks.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const matches = totals.trends.find(({ measure }) => measure === "matches");
  const first = [main, matches].filter((trend) => trend !== undefined);
  return (
    <Card
      title={t("title")}
      action={
        <span className="not-on-paper">
          <Segmented
            label={t("bucket")}
            quietLabel
            choices={BUCKETS.map((value) => ({ value, label: t(value) }))}
            value={bucket}
            onChange={(chosen) => {
              choose(chosen);
              set({ bucket: chosen });
            }}
          />
        </span>
      }
    >
      {first.length === 0 && <p>{t("empty")}</p>}
      <Stack>
        {first.map((trend) => (
          <OneTrend key={`${trend.measure}:${trend.unit}`} trend={trend} totals={totals} />
        ))}
        {others.length > 0 && (
          <details className={styles.more}>
            <summary>{t("more", { count: others.length })}</summary>
            <Stack>
              {others.map((trend) => (
                <OneTrend key={`${trend.measure}:${trend.unit}`} trend={trend} totals={totals} />
              ))}
            </Stack>
          </details>
        )}
      </Stack>
    </Card>
  );
}

/** The buckets over the period that the page names: days before the first check and after the last stay open. */
export function spread({ buckets }: Trend, { counted, bucket }: Totals): Trend["buckets"] {
  if (counted === null) return buckets;
  const ends = [counted.from, counted.to].map((day) => bucketOf(day, bucket));
  const open = ends
    .filter((date) => buckets.every((one) => one.date !== date))
    .map((date) => ({ date, validated: null, preliminary: null }));
  return [...buckets, ...open];
}

function OneTrend({ trend, totals }: { trend: Trend; totals: Totals }) {
  const { measure, unit } = trend;
  const t = useTranslations("summary.trend");
  const words = useMeasureWords();
  const what = words(measure, unit);
  return (
    <section className={styles.trend}>
      <h3>{what}</h3>
      <BarByDay
        label={t("label", { what })}
        days={spread(trend, totals)}
        step={totals.bucket}
        colour={measure === "matches" ? "matches" : "checks"}
      />
    </section>
  );
}
