"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { monthOf } from "#lib/period.ts";
import { useTRPC } from "#trpc/client.tsx";
import { stepMonth } from "../rules.ts";
import type { CalendarFilter } from "../schema.ts";
import { MonthAgenda } from "./month-agenda.tsx";
import { MonthGrid } from "./month-grid.tsx";
import styles from "./training.module.css";

type Props = { filter: CalendarFilter; today: string };

/** A month of sessions: a grid with keyboard on a screen, an agenda on a phone. */
export function TrainingCalendar({ filter, today }: Props) {
  const t = useTranslations("training.calendar");
  const trpc = useTRPC();
  const format = useFormatter();
  const { href, set } = useUrlFilter();
  const sessions = useQuery({
    ...trpc.training.month.queryOptions(filter),
    placeholderData: keepPreviousData,
  });
  const { month } = filter;
  const address = (to: string) => href({ month: to === monthOf(today) ? null : to });
  return (
    <section className={styles.calendar} aria-label={t("label")}>
      <header className={styles.months}>
        <h2 aria-live="polite">{format.dateTime(new Date(`${month}-01T00:00:00Z`), "month")}</h2>
        <nav aria-label={t("months")}>
          <ActionLink href={address(stepMonth(month, -1))}>{t("previous")}</ActionLink>
          <ActionLink href={address(monthOf(today))}>{t("today")}</ActionLink>
          <ActionLink href={address(stepMonth(month, 1))}>{t("next")}</ActionLink>
        </nav>
      </header>
      <Known query={sessions} title={t("label")} waiting={<SkeletonBox height={480} />}>
        {(data) => (
          <>
            <MonthGrid
              month={month}
              today={today}
              rows={data.rows}
              onMonth={(to) => set({ month: to === monthOf(today) ? null : to })}
            />
            <MonthAgenda month={month} today={today} rows={data.rows} />
            {data.total > data.rows.length && (
              <p className={styles.quiet}>{t("more", { count: data.total - data.rows.length })}</p>
            )}
          </>
        )}
      </Known>
    </section>
  );
}
