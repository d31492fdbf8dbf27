"use client";

import { useTranslations } from "next-intl";
import { BarByDay } from "#components/charts/bar-by-day.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Card } from "#components/layout/card.tsx";
import { Stack } from "#components/layout/page.tsx";
import { BUCKETS } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { useMeasureWords } from "./measure-words.ts";

type Props = { totals: RouterOutputs["summary"]["totals"]; filter: SummaryFilter };

/** Checks and matches by day, week or month: one chart for each unit, because unlike things are not stacked. */
export function SummaryTrend({ totals, filter }: Props) {
  const t = useTranslations("summary.trend");
  const words = useMeasureWords();
  const { set } = useUrlFilter();
  return (
    <Card
      title={t("title")}
      action={
        <span className="not-on-paper">
          <Segmented
            label={t("bucket")}
            quietLabel
            choices={BUCKETS.map((value) => ({ value, label: t(value) }))}
            value={filter.bucket ?? totals.bucket}
            onChange={(bucket) => set({ bucket })}
          />
        </span>
      }
    >
      {totals.trends.length === 0 && <p>{t("empty")}</p>}
      <Stack>
        {totals.trends.map(({ measure, unit, buckets }) => (
          <section key={`${measure}:${unit}`}>
            <h3>{words(measure, unit)}</h3>
            <BarByDay
              label={t("label", { what: words(measure, unit) })}
              days={buckets}
              step={totals.bucket}
              colour={measure === "matches" ? "matches" : "checks"}
            />
          </section>
        ))}
      </Stack>
    </Card>
  );
}
