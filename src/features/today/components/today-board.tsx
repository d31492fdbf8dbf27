"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Columns, Page, Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { AdministrationCards } from "./administration-cards.tsx";
import { AskedCard } from "./asked-card.tsx";
import { ElsewhereNotice } from "./elsewhere-notice.tsx";
import { ExerciseNotice, useOnlyExercise } from "./exercise-notice.tsx";
import { OwedCard } from "./owed-card.tsx";
import { QueriesCard } from "./queries-card.tsx";
import { FirstHint } from "./first-hint.tsx";
import { MatchesCard } from "./matches-card.tsx";
import { OperationsCard } from "./operations-card.tsx";
import { ReviewCard } from "./review-card.tsx";
import { UnreviewedCard } from "./unreviewed-card.tsx";
import type { Today } from "./today-types.ts";

/** The home of each role: what waits for them, the oldest first, and nothing else. */
export function TodayBoard({ exercise }: { exercise: boolean }) {
  const t = useTranslations("today");
  const format = useFormatter();
  const trpc = useTRPC();
  const onlyExercise = useOnlyExercise(exercise);
  const read = useQuery({
    ...trpc.today.overview.queryOptions({ exercise }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const { data } = read;
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={
          data
            ? t("lead", { name: data.name, day: format.dateTime(data.asOf, "dayLong", { timeZone: "UTC" }) })
            : ""
        }
        exercise={exercise}
        action={
          data?.filing && data.filing.points > 0 ? (
            <ActionLink look="primary" href="/log/return">
              {t("fileReturn")}
            </ActionLink>
          ) : undefined
        }
      />
      <Stack>
        <ExerciseNotice exercise={exercise} />
        <Known query={read} waiting={<SkeletonBox height={240} />}>
          {(today) => (
            <>
              {!onlyExercise && <ElsewhereNotice exercise={exercise} count={today.elsewhere} />}
              <FirstHint roles={today.roles} />
              <Waiting today={today} exercise={exercise} />
            </>
          )}
        </Known>
      </Stack>
    </Page>
  );
}

function Waiting({ today, exercise }: { today: Today; exercise: boolean }) {
  const t = useTranslations("today");
  const { filing, asked, matches, review, questions, awaiting, unreviewed, operations, administration } =
    today;
  const nothing = !filing && !asked && !matches && !review && !operations && !administration;
  if (nothing)
    return (
      <Card>
        <EmptyState title={t("nothingTitle")}>{t("nothing")}</EmptyState>
      </Card>
    );
  return (
    <Columns split="halves">
      <Stack>
        <QueriesCard queries={filing?.queries ?? []} questions={questions} />
        {filing && <OwedCard filing={filing} now={today.asOf} />}
        {review && <ReviewCard review={review} />}
        {unreviewed && <UnreviewedCard unreviewed={unreviewed} />}
        {awaiting && <QueriesCard queries={awaiting.queries} questions={awaiting} awaiting />}
        {administration && <AdministrationCards administration={administration} />}
        {operations && <OperationsCard operations={operations} exercise={exercise} />}
      </Stack>
      <Stack>
        {asked && asked.total > 0 && <AskedCard asked={asked} now={today.asOf} />}
        {matches && <MatchesCard matches={matches} now={today.asOf} />}
      </Stack>
    </Columns>
  );
}
