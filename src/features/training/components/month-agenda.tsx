"use client";

import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { monthOf, type LocalDate } from "#lib/period.ts";
import { useDayRange } from "#i18n/use-day-range.ts";
import { SessionStateChip } from "./session-state-chip.tsx";
import type { SessionRow } from "./training-types.ts";
import styles from "./training.module.css";

type Props = { month: string; today: LocalDate; rows: readonly SessionRow[] };

/** The same month on a phone: the sessions one under the other, by their first day in it. */
export function MonthAgenda({ month, today, rows }: Props) {
  const t = useTranslations("training.calendar");
  const format = useFormatter();
  const locale = useLocale();
  const range = useDayRange();
  const dayIn = (row: SessionRow) => (monthOf(row.startsOn) < month ? `${month}-01` : row.startsOn);
  const inMonth = rows.filter((row) => monthOf(row.startsOn) <= month && monthOf(row.endsOn) >= month);
  const days = Map.groupBy(inMonth, dayIn);
  return (
    <div className={styles.agenda}>
      {inMonth.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      <ol>
        {[...days].map(([day, sessions]) => (
          <li key={day} data-today={day === today || undefined}>
            <h3>{format.dateTime(new Date(day), "weekday")}</h3>
            {sessions.map((row) => (
              <WorldLink key={row.id} href={`/training/${row.id}`} data-state={row.state}>
                <b>{row.title}</b>
                <span className={styles.quiet}>
                  {[countryName(row.countryCode, locale), range(row.startsOn, row.endsOn)].join(" · ")}
                </span>
                <SessionStateChip state={row.state} />
              </WorldLink>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
