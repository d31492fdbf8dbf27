"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Refusal } from "#components/form/refusal.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { OperationChoice } from "../schema.ts";
import { OperationPeriod, usePeriodWords } from "./operation-period.tsx";
import styles from "./operations-timeline.module.css";
import { prepareTimeline } from "./prepare-timeline.ts";
import type { Bar, Timeline } from "./prepare-timeline.ts";

type Row = RouterOutputs["operations"]["chart"]["rows"][number];

/** The chosen operations on an axis of days; those without any known day have a lane of their own. */
export function OperationsTimeline({ choice }: { choice: OperationChoice }) {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const { data, error } = useQuery({
    ...trpc.operations.chart.queryOptions(choice),
    placeholderData: keepPreviousData,
  });
  if (error) return <Refusal error={error} title={t("notShown")} />;
  if (!data) return <SkeletonLines lines={12} />;
  if (data.rows.length === 0) return <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>;
  const timeline = prepareTimeline(data.rows, choice);
  return (
    <div className={styles.frame} role="group" aria-label={t("view.timeline")} onKeyDown={moveBetweenRows}>
      {timeline.dated.length > 0 && <Lanes timeline={timeline} />}
      {timeline.undated.length > 0 && <Undated rows={timeline.undated} />}
      <Legend rows={data.rows} />
      {data.total > data.rows.length && (
        <p className={styles.note}>{t("timeline.cut", { shown: data.rows.length, total: data.total })}</p>
      )}
    </div>
  );
}

function Lanes({ timeline }: { timeline: Timeline<Row> }) {
  const t = useTranslations("operations.timeline");
  const format = useFormatter();
  const words = { year: "year", month: "monthShort", day: "dayMonth" } as const;
  return (
    <section aria-label={t("label")}>
      <div className={styles.axis} aria-hidden="true">
        {timeline.ticks.map(({ date, at, unit }) => (
          <span key={at} style={{ insetInlineStart: `${at}%` }}>
            {format.dateTime(date, words[unit])}
          </span>
        ))}
      </div>
      <ol className={styles.lanes}>
        {timeline.dated.map(({ row, bars }) => (
          <Lane key={row.id} row={row} bars={bars} ticks={timeline.ticks} />
        ))}
      </ol>
    </section>
  );
}

function Lane({ row, bars, ticks }: { row: Row; bars: readonly Bar[]; ticks: Timeline<Row>["ticks"] }) {
  const words = usePeriodWords();
  return (
    <li>
      <WorldLink
        href={`/operations/${row.slug}`}
        className={styles.lane}
        data-lane
        title={`${row.codename} · ${words(row)}`}
      >
        <span className={styles.name}>{row.codename}</span>
        <span className="only-spoken">{words(row)}</span>
        <span className={styles.track} aria-hidden="true">
          {ticks.map(({ at }) => (
            <i key={at} className={styles.tick} style={{ insetInlineStart: `${at}%` }} />
          ))}
          {bars.map((bar) => (
            <i
              key={bar.key}
              className={styles.bar}
              data-kind={bar.kind ?? "other"}
              data-rough={bar.rough || undefined}
              style={{ insetInlineStart: `${bar.start}%`, inlineSize: `${bar.width}%` }}
            />
          ))}
        </span>
      </WorldLink>
    </li>
  );
}

function Undated({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("operations.timeline");
  return (
    <section className={styles.undated} aria-label={t("undated")}>
      <h2>{t("undated")}</h2>
      <p className={styles.note}>{t("undatedMeaning")}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <WorldLink href={`/operations/${row.slug}`} data-lane>
              {row.codename}
            </WorldLink>{" "}
            <bdi className={styles.note}>{row.rough?.wording ?? <OperationPeriod row={row} />}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Legend({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("operations.timeline");
  const terms = useTranslations("terms.phaseKind");
  const kinds = [
    ...new Set(
      rows.flatMap(({ phases }) => phases.flatMap(({ kind, startsOn }) => (kind && startsOn ? [kind] : []))),
    ),
  ];
  return (
    <ul className={styles.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <i className={styles.swatch} data-kind={kind} aria-hidden="true" />
          {terms(kind)}
        </li>
      ))}
      {rows.some(({ rough }) => rough !== null) && (
        <li>
          <i className={styles.swatch} data-kind="other" data-rough aria-hidden="true" />
          {t("rough")}
        </li>
      )}
    </ul>
  );
}

/** Arrows walk through the operations in their order, Home and End go to the ends; Enter opens, as on any link. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-lane]")];
  const here = links.indexOf(document.activeElement as HTMLElement);
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  const targets: Record<string, number> = {
    ArrowDown: here + 1,
    [forward]: here + 1,
    ArrowUp: here - 1,
    [backward]: here - 1,
    Home: 0,
    End: links.length - 1,
  };
  const next = here < 0 ? undefined : links[targets[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
