"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useLocale, useTranslations } from "next-intl";
import { WorldLink } from "#components/layout/world-link.tsx";
import { directionOf, isLocale } from "#i18n/locale.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { addDays, isWithin, monthOf, weekOf, type LocalDate } from "#lib/period.ts";
import { stepMonth, weeksOf } from "../rules.ts";
import type { SessionRow } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

type Props = {
  month: string;
  today: LocalDate;
  rows: readonly SessionRow[];
  onMonth: (month: string) => void;
};

/** The month as a grid: arrows move by day and week, Home and End in the week, Page Up and Page Down by month. */
export function MonthGrid({ month, today, rows, onMonth }: Props) {
  const t = useTranslations("training.calendar");
  const format = useFormatter();
  const grid = useRef<HTMLTableElement>(null);
  const { at, move } = useRoving({ month, today, onMonth, grid });
  const weeks = weeksOf(month);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- because a calendar is ARIA's own example of a grid: days take the focus by arrows
    <table ref={grid} role="grid" aria-label={t("grid")} className={styles.grid} onKeyDown={move}>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col" abbr={format.dateTime(new Date(day), { weekday: "long" })}>
              {format.dateTime(new Date(day), { weekday: "short" })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                inMonth={monthOf(day) === month}
                today={day === today}
                at={day === at}
                sessions={rows.filter((row) => isWithin(day, { from: row.startsOn, to: row.endsOn }))}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Cell = {
  day: LocalDate;
  inMonth: boolean;
  today: boolean;
  at: boolean;
  sessions: readonly SessionRow[];
};

function DayCell({ day, inMonth, today, at, sessions }: Cell) {
  const t = useTranslations("training.calendar");
  const format = useFormatter();
  const locale = useLocale();
  const words = useTrainingWords();
  const date = new Date(day);
  return (
    <td
      role="gridcell"
      data-day={day}
      data-beside={!inMonth || undefined}
      data-today={today || undefined}
      tabIndex={at ? 0 : -1}
      aria-label={t("day", {
        day: format.dateTime(date, "dayLong"),
        count: sessions.length,
      })}
      aria-current={today ? "date" : undefined}
    >
      <span className={styles.number} aria-hidden="true">
        {format.dateTime(date, { day: "numeric", numberingSystem: "latn" })}
      </span>
      {sessions.map((row) => (
        <WorldLink
          key={row.id}
          href={`/training/${row.id}`}
          className={styles.entry}
          data-state={row.state}
          data-goes-on={day > row.startsOn || undefined}
          // One stop a session: its first day on the page. The other days repeat it for the eye and the mouse.
          tabIndex={day === row.startsOn || weekOf(day) === day ? undefined : -1}
          title={[row.title, countryName(row.countryCode, locale), words.state(row.state)].join(" · ")}
        >
          {row.state !== "held" && <b>{words.state(row.state)} · </b>}
          {row.title}
        </WorldLink>
      ))}
    </td>
  );
}

type Roving = Pick<Props, "month" | "today" | "onMonth"> & {
  grid: React.RefObject<HTMLTableElement | null>;
};

/** One day of the grid takes the focus; leaving the month asks for the next page and goes on there. */
function useRoving({ month, today, onMonth, grid }: Roving) {
  const locale = useLocale();
  const forward = isLocale(locale) && directionOf(locale) === "rtl" ? -1 : 1;
  const [wanted, setWanted] = useState<LocalDate | null>(null);
  const [moved, setMoved] = useState(false);
  const first = monthOf(today) === month ? today : `${month}-01`;
  const at = wanted !== null && monthOf(wanted) === month ? wanted : first;
  useEffect(() => {
    if (!moved) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`);
    if (cell && wanted === at) cell.focus();
  }, [at, moved, wanted, grid]);
  const go = (day: LocalDate) => {
    setMoved(true);
    setWanted(day);
    if (monthOf(day) !== month) onMonth(monthOf(day));
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const to = destination(event, at, forward);
    if (event.key === "Enter" && (event.target as HTMLElement).matches("td"))
      return (event.target as HTMLElement).querySelector<HTMLElement>("a")?.click();
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  return { at, move };
}

function destination({ key }: KeyboardEvent, at: LocalDate, forward: number): LocalDate | null {
  const steps: Record<string, number> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: 7,
    ArrowUp: -7,
  };
  if (steps[key] !== undefined) return addDays(at, steps[key]);
  if (key === "Home") return weekOf(at);
  if (key === "End") return addDays(weekOf(at), 6);
  if (key === "PageDown") return `${stepMonth(monthOf(at), 1)}-01`;
  if (key === "PageUp") return `${stepMonth(monthOf(at), -1)}-01`;
  return null;
}
