"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { usePhaseWords } from "./operation-header.tsx";
import type { Operation } from "./operation-header.tsx";
import styles from "./operations-schedule.module.css";
import { axisOf, wholeOf } from "./prepare-schedule.ts";

/** The phases on an axis of their own; those without days are named below it. */
export function OperationPhasesTimeline({ operation }: { operation: Operation }) {
  const t = useTranslations("operations");
  const format = useFormatter();
  const words = usePhaseWords();
  const window = wholeOf(operation.phases);
  if (window === null) return null;
  const axis = axisOf(window);
  const undated = operation.phases.filter(({ startsOn }) => startsOn === null);
  const tickWords = { year: "year", month: "monthShort", day: "dayMonth" } as const;
  return (
    <Card title={t("plan.phases")}>
      <div className={styles.small}>
        <div className={styles.axis} aria-hidden="true">
          {axis.ticks
            .filter((_, index) => index % Math.ceil(axis.ticks.length / 5) === 0)
            .map(({ date, at }) => (
              <span
                key={at}
                style={{ insetInlineStart: `${at}%` }}
                data-edge={at < 8 ? "start" : at > 92 ? "end" : undefined}
              >
                {format.dateTime(date, tickWords[axis.unit])}
              </span>
            ))}
        </div>
        <ol className={styles.lanes}>
          {operation.phases.map((phase) => {
            if (phase.startsOn === null) return null;
            const { start, width } = axis.place({ from: phase.startsOn, to: phase.endsOn ?? phase.startsOn });
            return (
              <li key={phase.id} className={styles.lane}>
                <span className={styles.name}>{words.name(phase)}</span>
                <span className="only-spoken">{words.dates(phase, null)}</span>
                <span className={styles.track} title={words.dates(phase, null)} aria-hidden="true">
                  <i
                    className={styles.bar}
                    data-kind={phase.kind ?? "other"}
                    style={{ insetInlineStart: `${start}%`, inlineSize: `${width}%` }}
                  />
                </span>
              </li>
            );
          })}
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
