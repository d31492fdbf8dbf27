"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { prepareBarByDay } from "#components/charts/prepare-bar-by-day.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import styles from "./paper.module.css";
import { spread } from "./summary-trend.tsx";

type Totals = RouterOutputs["summary"]["totals"];
type Props = { trend: Totals["trends"][number]; totals: Totals };
const DATES = { day: "dayMonth", week: "dayMonth", month: "monthShort" } as const;

/** A trend on paper: solid is validated, hatched is not; a gap is a day nobody reported. It runs in the direction of reading. */
export function PaperBars({ trend, totals }: Props) {
  const { measure, unit } = trend;
  const step = totals.bucket;
  const t = useTranslations("summary.paper");
  const format = useFormatter();
  const words = useMeasureWords();
  const bars = prepareBarByDay(spread(trend, totals), step);
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return null;
  const date = (day: string) => format.dateTime(new Date(day), DATES[step]);
  const what = words(measure, unit);
  return (
    <figure
      className={styles.chart}
      data-measure={measure}
      style={{ "--bars": bars.length } as CSSProperties}
    >
      <figcaption>
        <b>{what}</b>
        <span>{t("trend", { step: t(`steps.${step}`) })}</span>
        <span>{t("most", { count: format.number(most, "count") })}</span>
      </figcaption>
      <div className={styles.bars} aria-hidden="true">
        {bars.map(({ date: day, validated, preliminary, reported }) => (
          <div key={day} className={styles.bar} data-gap={!reported || undefined}>
            {preliminary > 0 && (
              <i data-preliminary style={{ blockSize: `${(preliminary / most) * 100}%` }} />
            )}
            {validated > 0 && <i style={{ blockSize: `${(validated / most) * 100}%` }} />}
          </div>
        ))}
      </div>
      <div className={styles.axis}>
        <span>{date(first.date)}</span>
        <span>{date(last.date)}</span>
      </div>
    </figure>
  );
}
