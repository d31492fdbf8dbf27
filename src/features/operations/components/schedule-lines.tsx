"use client";

import { useLocale, useTranslations } from "next-intl";
import { Icon } from "#components/layout/icons.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { Fold } from "./move-between-lines.ts";
import styles from "./operations-schedule.module.css";
import type { axisOf, ScheduleBar, ScheduleLine } from "./prepare-schedule.ts";
import { useDayRange } from "./use-day-range.ts";

type Axis = ReturnType<typeof axisOf>;
type Props = {
  lines: readonly ScheduleLine[];
  open: ReadonlySet<string>;
  axis: Axis;
  label: string;
  onFold: Fold;
};

/** The axis, the line of today, and a row for each operation, phase, country or deployment. */
export function ScheduleLines({ lines, open, axis, label, onFold }: Props) {
  const t = useTranslations("operations.timeline");
  const format = useFormatter();
  const words = { year: "year", month: "monthShort", day: "dayMonth" } as const;
  return (
    <section aria-label={label} className={styles.chart}>
      <div className={styles.axis} aria-hidden="true">
        {axis.ticks.map(({ date, at }) => (
          <span key={at} style={{ insetInlineStart: `${at}%` }}>
            {format.dateTime(date, words[axis.unit])}
          </span>
        ))}
      </div>
      <ol className={styles.lanes}>
        {lines.map((line) => (
          <Line key={line.key} line={line} axis={axis} open={open.has(line.key)} onFold={onFold} />
        ))}
      </ol>
      {lines.length === 0 && <p className={styles.note}>{t("nothing")}</p>}
    </section>
  );
}

type LineProps = { line: ScheduleLine; axis: Axis; open: boolean; onFold: Fold };

function Line({ line, axis, open, onFold }: LineProps) {
  const t = useTranslations("operations.timeline");
  const name = useLineName()(line);
  const words = useBarWords();
  const said = line.bars.map(words).join("; ") || (line.level > 0 ? t("noDays") : "");
  const folds = line.children > 0;
  const common = {
    className: styles.name,
    "data-lane": line.key,
    "data-parent": line.parent ?? undefined,
    "data-folded": folds ? !open : undefined,
    title: `${name} · ${said}`,
  };
  return (
    <li className={styles.lane} data-level={line.level} data-kind={line.name.kind}>
      <span className={styles.head} style={{ paddingInlineStart: line.level * 16 }}>
        {folds ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-label={t("unfold", { name })}
            onClick={() => onFold(line.key, !open)}
          >
            <Icon name={open ? "down" : "forward"} size={14} />
          </button>
        ) : (
          <i className={styles.noFold} aria-hidden="true" />
        )}
        {line.slug === null ? (
          <span {...common} tabIndex={0} role="note">
            {name}
          </span>
        ) : (
          <WorldLink {...common} href={`/operations/${line.slug}${line.level > 0 ? "?tab=plan" : ""}`}>
            {name}
            <span className="only-spoken"> {said}</span>
          </WorldLink>
        )}
      </span>
      <span className={styles.track} aria-hidden="true">
        {axis.ticks.map(({ at }) => (
          <i key={at} className={styles.tick} style={{ insetInlineStart: `${at}%` }} />
        ))}
        {axis.today !== null && (
          <i className={styles.today} style={{ insetInlineStart: `${axis.today}%` }} data-today />
        )}
        {line.bars.map((bar) => (
          <Bar key={bar.key} bar={bar} place={axis.place(bar)} title={words(bar)} />
        ))}
      </span>
    </li>
  );
}

function Bar({
  bar,
  place,
  title,
}: {
  bar: ScheduleBar;
  place: { start: number; width: number };
  title: string;
}) {
  if (place.width === 0) return null;
  return (
    <i
      className={styles.bar}
      title={title}
      data-kind={bar.kind ?? "other"}
      data-rough={bar.rough || undefined}
      style={{ insetInlineStart: `${place.start}%`, inlineSize: `${place.width}%` }}
    />
  );
}

function useLineName(): (line: ScheduleLine) => string {
  const locale = useLocale();
  const kinds = useTranslations("terms.phaseKind");
  return ({ name }) => {
    if (name.kind === "operation") return name.row.codename;
    if (name.kind === "country") return countryName(name.code, locale);
    if (name.kind === "deployment") return name.deployment.name;
    return name.phase.kind ? kinds(name.phase.kind) : (name.phase.label ?? "—");
  };
}

function useBarWords(): (bar: ScheduleBar) => string {
  const t = useTranslations("operations.timeline");
  const kinds = useTranslations("terms.phaseKind");
  const range = useDayRange();
  return ({ kind, from, to }) => {
    const what = kind === "deployment" ? t("deployment") : kind ? kinds(kind) : "";
    return [what, range(from, to)].filter(Boolean).join(" ");
  };
}
