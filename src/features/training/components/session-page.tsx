"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { Columns, Page, Stack } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { useDayRange } from "#i18n/use-day-range.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { ChecksAround } from "./checks-around.tsx";
import { ReviewCard } from "./review-card.tsx";
import { SessionActions } from "./session-actions.tsx";
import { SessionAttendance, SessionFigures } from "./session-attendance.tsx";
import { SessionEvaluations } from "./session-evaluations.tsx";
import { SessionFacts } from "./session-facts.tsx";
import { SessionStateChip } from "./session-state-chip.tsx";
import type { Session } from "./training-types.ts";

/** One session: its plan, who came, what they made of it, and whether more was checked afterwards. */
export function SessionPage({ id, history }: { id: string; history: ReactNode }) {
  const trpc = useTRPC();
  const read = useQuery(trpc.training.get.queryOptions({ id }));
  return (
    <Page>
      <Known query={read} waiting={<SkeletonLines lines={8} />}>
        {(session) => (
          <>
            <Head session={session} />
            <Stack>
              {session.state === "cancelled" && <Cancelled reason={session.stateReason} />}
              <SessionActions session={session} />
              <ReviewCard session={session} />
              <SessionFigures session={session} />
              <Columns>
                <Stack>
                  <SessionAttendance session={session} />
                  <SessionEvaluations session={session} />
                  <ChecksAround session={session} />
                </Stack>
                <Stack>
                  <SessionFacts session={session} />
                  {history}
                </Stack>
              </Columns>
            </Stack>
          </>
        )}
      </Known>
    </Page>
  );
}

function Head({ session }: { session: Session }) {
  const t = useTranslations("training");
  const locale = useLocale();
  const range = useDayRange();
  const country = countryName(session.countryCode, locale);
  return (
    <PageHeader
      title={session.title}
      exercise={session.exercise}
      crumbs={[{ label: t("title"), href: "/training" }, { label: country }]}
      lead={[session.place, country, range(session.startsOn, session.endsOn)].join(" · ")}
      chips={
        <>
          <SessionStateChip state={session.state} />
          <VisibleTo who={[session.operation === null ? country : t("session.readers", { country })]} />
        </>
      }
      secondary={
        session.may.edit && <ActionLink href={`/training/${session.id}/edit`}>{t("session.edit")}</ActionLink>
      }
      action={
        session.may.record &&
        session.state !== "cancelled" && (
          <ActionLink look="primary" href={`/log/attendance?session=${session.id}`}>
            {t("recordAttendance")}
          </ActionLink>
        )
      }
    />
  );
}

function Cancelled({ reason }: { reason: string | null }) {
  const t = useTranslations("training.session");
  return (
    <Notice tone="plain" title={t("cancelled")}>
      <p>{reason ? <bdi>{reason}</bdi> : t("reasonUnknown")}</p>
    </Notice>
  );
}
