"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { usePhaseWords } from "./operation-header.tsx";
import type { Operation } from "./operation-header.tsx";
import styles from "./operations-timeline.module.css";
import { prepareTimeline } from "./prepare-timeline.ts";

/** The phases on an axis of their own; those without days are named below it. */
export function OperationPhasesTimeline({ operation }: { operation: Operation }) {
  const t = useTranslations("operations");
  const format = useFormatter();
  const words = usePhaseWords();
  const rows = operation.phases.map((phase) => ({ ...phase, rough: null, phases: [phase] }));
  const { dated, undated, ticks } = prepareTimeline(rows);
  if (dated.length === 0) return null;
  const tickWords = { year: "year", month: "monthShort", day: "dayMonth" } as const;
  return (
    <Card title={t("plan.phases")}>
      <div className={styles.small}>
        <div className={styles.axis} aria-hidden="true">
          {ticks
            .filter((_, index) => index % Math.ceil(ticks.length / 5) === 0)
            .map(({ date, at, unit }) => (
              <span key={at} style={{ insetInlineStart: `${at}%` }}>
                {format.dateTime(date, tickWords[unit])}
              </span>
            ))}
        </div>
        <ol className={styles.lanes}>
          {dated.map(({ row, bars }) => (
            <li key={row.id} className={styles.lane}>
              <span className={styles.name}>{words.name(row)}</span>
              <span className="only-spoken">{words.dates(row, null)}</span>
              <span className={styles.track} title={words.dates(row, null)} aria-hidden="true">
                {bars.map((bar) => (
                  <i
                    key={bar.key}
                    className={styles.bar}
                    data-kind={bar.kind ?? "other"}
                    style={{ insetInlineStart: `${bar.start}%`, inlineSize: `${bar.width}%` }}
                  />
                ))}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {undated.length > 0 && (
        <p className={styles.note}>
          {t("phase.noDates")}: {undated.map((phase) => words.name(phase)).join(" · ")}
        </p>
      )}
    </Card>
  );
}
