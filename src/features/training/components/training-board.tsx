"use client";

import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import type { TrainingView } from "../rules.ts";
import type { TrainingChoice, TrainingFilter } from "../schema.ts";
import { TrainedCard } from "./trained-card.tsx";
import { TrainingCalendar } from "./training-calendar.tsx";
import { TrainingFilterBar } from "./training-filter-bar.tsx";
import { TrainingTable } from "./training-table.tsx";

type Props = {
  filter: TrainingFilter;
  choice: TrainingChoice;
  view: TrainingView;
  /** The month of the calendar, and today, as "2026-11" and "2026-11-22". */
  month: string;
  today: string;
};

/** One set of sessions, as a list or as a calendar, under what is known of the people they trained. */
export function TrainingBoard({ filter, choice, view, month, today }: Props) {
  const t = useTranslations("training");
  const can = useCan();
  return (
    <Page width="wide">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        exercise={choice.exercise}
        action={
          can("training:write") && (
            <ActionLink look="primary" href="/training/new">
              {t("plan")}
            </ActionLink>
          )
        }
        secondary={
          can("attendance:record") && <ActionLink href="/log/attendance">{t("recordAttendance")}</ActionLink>
        }
      />
      <Stack>
        <TrainedCard choice={choice} />
        <TrainingFilterBar choice={choice} view={view} />
        {view === "list" ? (
          <TrainingTable filter={filter} />
        ) : (
          <TrainingCalendar filter={{ ...choice, month }} today={today} />
        )}
      </Stack>
    </Page>
  );
}
