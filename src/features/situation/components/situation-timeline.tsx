"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { TotalFilter } from "../schema.ts";
import { usePlaceWords } from "./measure-words.ts";
import { brushBars, unitOfTimeline } from "./prepare-brush.ts";
import styles from "./situation.module.css";
import { TimelineBrush } from "./timeline-brush.tsx";

type Props = { timeline: RouterOutputs["situation"]["timeline"]; filter: TotalFilter; period: string };

/** Checks by day under the map, matches as dots; the brush writes the period into the address. */
export function SituationTimeline({ timeline, filter, period }: Props) {
  const t = useTranslations("situation");
  const words = usePlaceWords();
  const { set } = useUrlFilter();
  const unit = unitOfTimeline(timeline);
  const bars = brushBars(timeline, unit);
  const all = filter.from === undefined && filter.to === undefined;
  return (
    <section className={styles.timeline} aria-label={t("timeline")}>
      <div className={styles.controls}>
        <b>{period}</b>
        {unit !== null && <span>{t(`by.${timeline.bucket}`, { what: words("checks", unit) })}</span>}
        <ActionButton size="compact-xs" disabled={all} onClick={() => set({ from: null, to: null })}>
          {t("wholePeriod")}
        </ActionButton>
      </div>
      {bars.length === 0 ? (
        <p className={styles.empty}>{t(filter.exercise ? "nothingCounted" : "nothingCountedReal")}</p>
      ) : (
        <TimelineBrush
          bars={bars}
          bucket={timeline.bucket}
          from={filter.from}
          to={filter.to}
          onChoose={(span) => set({ from: span?.from ?? null, to: span?.to ?? null })}
        />
      )}
    </section>
  );
}
