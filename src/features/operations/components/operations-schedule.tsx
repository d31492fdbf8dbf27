"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { isLocalDate } from "#lib/period.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { OperationChoice } from "../schema.ts";
import styles from "./operations-schedule.module.css";
import { axisOf, GROUPINGS, linesOf, linesWithin, stepped, unfolded } from "./prepare-schedule.ts";
import { windowOf, ZOOMS } from "./prepare-schedule.ts";
import { moveBetweenLines, type Fold } from "./move-between-lines.ts";
import { ScheduleControls, type ScheduleView } from "./schedule-controls.tsx";
import { ScheduleLegend, ScheduleUndated } from "./schedule-legend.tsx";
import { ScheduleLines } from "./schedule-lines.tsx";
import { useNoOperations } from "./use-no-operations.ts";

const isoToday = () => new Date().toISOString().slice(0, 10);

/** All operations, phases and deployments on one axis of days; how it is looked at lives in the address. */
export function OperationsSchedule({ choice }: { choice: OperationChoice }) {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const none = useNoOperations(choice);
  const schedule = useQuery({
    ...trpc.operations.schedule.queryOptions(choice),
    placeholderData: keepPreviousData,
  });
  return (
    <Known query={schedule} title={t("notShown")} waiting={<SkeletonLines lines={12} />}>
      {(data) => {
        if (data.rows.length === 0) return <EmptyState title={none.title}>{none.text}</EmptyState>;
        return <Schedule rows={data.rows} total={data.total} choice={choice} />;
      }}
    </Known>
  );
}

type Row = RouterOutputs["operations"]["schedule"]["rows"][number];
type Props = { rows: readonly Row[]; total: number; choice: OperationChoice };

function useScheduleView(choice: OperationChoice) {
  const { get, set } = useUrlFilter();
  const today = isoToday();
  const at = get("at");
  const view: ScheduleView = {
    zoom: ZOOMS.find((zoom) => zoom === get("zoom")) ?? "all",
    by: GROUPINGS.find((by) => by === get("by")) ?? "operation",
    at: at !== null && isLocalDate(at) ? at : (choice.from ?? today),
  };
  const change = (next: Partial<ScheduleView>) => {
    const { zoom, by, at: day } = { ...view, ...next };
    set({
      zoom: zoom === "all" ? null : zoom,
      by: by === "operation" ? null : by,
      at: zoom === "all" ? null : day,
    });
  };
  return { view, change, today };
}

function Schedule({ rows, total, choice }: Props) {
  const t = useTranslations("operations.timeline");
  const { view, change, today } = useScheduleView(choice);
  const { zoom, by, at } = view;
  const locale = useLocale();
  const lines = useMemo(() => linesOf(rows, by, locale), [rows, by, locale]);
  const heads = useMemo(() => lines.filter(({ parent }) => parent === null).map(({ key }) => key), [lines]);
  // A few operations stand open; where there are many, the reader opens what they want to see. Countries always show theirs.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const openAtFirst = useMemo(() => new Set(by === "country" || heads.length <= 3 ? heads : []), [by, heads]);
  const open = useMemo(() => symmetricDifference(openAtFirst, turned), [openAtFirst, turned]);
  const days = windowOf(rows, zoom, at);
  const inside = days ? linesWithin(lines, days) : [];
  const fold: Fold = (key, wanted) => {
    if (open.has(key) !== wanted) setTurned((before) => symmetricDifference(before, new Set([key])));
  };
  const pan = (steps: number) => zoom !== "all" && change({ at: stepped(at, zoom, steps) });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const zoomBy = (step: number) => change({ zoom: ZOOMS[clamp(ZOOMS.indexOf(zoom) + step)] ?? zoom });
    const keys: Record<string, () => void> = {
      PageDown: () => pan(1),
      PageUp: () => pan(-1),
      "+": () => zoomBy(1),
      "-": () => zoomBy(-1),
      t: () => change({ at: today, zoom: zoom === "all" ? "quarter" : zoom }),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return moveBetweenLines(event, fold);
    event.preventDefault();
    act();
  };
  const frame = useFocusKept(`${zoom} ${by} ${at}`);
  const outside = heads.length - inside.filter(({ parent }) => parent === null).length;
  return (
    <div
      ref={frame}
      tabIndex={-1}
      className={styles.frame}
      role="group"
      aria-label={t("group")}
      onKeyDown={onKeyDown}
    >
      <ScheduleControls view={view} days={days} onChange={change} onPan={pan} today={today} />
      {days && (
        <ScheduleLines
          lines={unfolded(inside, open)}
          open={open}
          axis={axisOf(days, today)}
          label={t("label")}
          onFold={fold}
        />
      )}
      {outside > 0 && <p className={styles.note}>{t("outside", { count: outside })}</p>}
      <ScheduleUndated rows={rows.filter(({ startsOn }) => startsOn === null)} />
      <ScheduleLegend rows={rows} />
      <p className={`${styles.note} not-on-paper`}>{t("keys")}</p>
      {total > rows.length && <p className={styles.note}>{t("cut", { shown: rows.length, total })}</p>}
    </div>
  );
}

/** The line that had the keyboard may lie outside the next window: then the frame takes it, so that the keys go on. */
function useFocusKept(view: string) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current !== view && document.activeElement === document.body)
      frame.current?.focus({ preventScroll: true });
    shown.current = view;
  }, [view]);
  return frame;
}

const clamp = (index: number) => Math.min(ZOOMS.length - 1, Math.max(0, index));

function symmetricDifference(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  const either = [...a, ...b];
  return new Set(either.filter((key) => a.has(key) !== b.has(key)));
}
