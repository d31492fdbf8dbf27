"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { TotalFilter } from "../schema.ts";
import { usePlaceWords } from "./measure-words.ts";
import { PlaybackControls } from "./playback-controls.tsx";
import { brushBars, unitOfTimeline } from "./prepare-brush.ts";
import styles from "./situation.module.css";
import { TimelineBrush } from "./timeline-brush.tsx";
import type { Playback } from "./use-playback.ts";
import type { ChangeAddress } from "./use-situation-address.ts";

type Props = {
  timeline: RouterOutputs["situation"]["timeline"];
  filter: TotalFilter;
  period: string;
  playback: Playback;
  change: ChangeAddress;
};

/** Checks by day under the map, matches as dots; the brush writes the period into the address, the head plays it. */
export function SituationTimeline({ timeline, filter, period, playback, change }: Props) {
  const t = useTranslations("situation");
  const words = usePlaceWords();
  const unit = useMemo(() => unitOfTimeline(timeline), [timeline]);
  const bars = useMemo(() => brushBars(timeline, unit), [timeline, unit]);
  const all = filter.from === undefined && filter.to === undefined;
  return (
    <section className={styles.timeline} aria-label={t("timeline")}>
      <div className={styles.controls}>
        {bars.length > 0 && <PlaybackControls playback={playback} />}
        <span>{period}</span>
        {unit !== null && <span>{t(`by.${timeline.bucket}`, { what: words("checks", unit) })}</span>}
        <ActionButton compact disabled={all} onClick={() => change({ from: null, to: null, day: null })}>
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
          playback={playback}
          onChoose={(span) => change({ from: span?.from ?? null, to: span?.to ?? null, day: null })}
        />
      )}
    </section>
  );
}
