"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { Icon } from "#components/layout/icons.tsx";
import type { LocalDate } from "#lib/period.ts";
import styles from "./operations-schedule.module.css";
import { GROUPINGS, ZOOMS, type Grouping, type Window, type Zoom } from "./prepare-schedule.ts";
import { useDayRange } from "./use-day-range.ts";

export type ScheduleView = { zoom: Zoom; by: Grouping; at: LocalDate };

type Props = {
  view: ScheduleView;
  days: Window | null;
  today: LocalDate;
  onChange: (next: Partial<ScheduleView>) => void;
  onPan: (steps: number) => void;
};

/** How the timeline is looked at: zoom, the window's days and steps, grouping, print. */
export function ScheduleControls({ view, days, today, onChange, onPan }: Props) {
  const t = useTranslations("operations.timeline");
  const range = useDayRange();
  return (
    <div className={styles.controls}>
      <span className="not-on-paper">
        <Segmented
          label={t("zoom")}
          quietLabel
          value={view.zoom}
          onChange={(zoom) => onChange({ zoom })}
          choices={ZOOMS.map((value) => ({ value, label: t(`zooms.${value}`) }))}
        />
      </span>
      <span className="not-on-paper">
        <Segmented
          label={t("by")}
          quietLabel
          value={view.by}
          onChange={(by) => onChange({ by })}
          choices={GROUPINGS.map((value) => ({ value, label: t(`groups.${value}`) }))}
        />
      </span>
      <div className={styles.window}>
        {view.zoom !== "all" && (
          <ActionButton look="plain" onClick={() => onPan(-1)} aria-label={t("earlier")}>
            <Icon name="backward" />
          </ActionButton>
        )}
        {days && <b aria-live="polite">{range(days.from, days.to)}</b>}
        {view.zoom !== "all" && (
          <ActionButton look="plain" onClick={() => onPan(1)} aria-label={t("later")}>
            <Icon name="forward" />
          </ActionButton>
        )}
      </div>
      <span className={`${styles.end} not-on-paper`}>
        <ActionButton
          look="plain"
          onClick={() => onChange({ at: today, zoom: view.zoom === "all" ? "quarter" : view.zoom })}
        >
          {t("today")}
        </ActionButton>
        <ActionButton look="plain" onClick={() => window.print()}>
          {t("print")}
        </ActionButton>
      </span>
    </div>
  );
}
