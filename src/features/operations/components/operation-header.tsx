"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { useHandlingMark } from "#i18n/use-handling-mark.ts";
import { Chip } from "#components/layout/chip.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { PhaseStepper } from "#components/layout/phase-stepper.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { countryName } from "#lib/country.ts";
import { daysBetween } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { editionOf } from "#lib/edition.ts";
import { phaseState } from "../rules.ts";
import { nextStates } from "../rules/plan-state.ts";
import { OperationStateBadge } from "./operation-state-badge.tsx";
import { OperationSteps } from "./operation-steps.tsx";
import { usePeriodWords } from "./operation-period.tsx";
import { useDayRange } from "./use-day-range.ts";

export type Operation = RouterOutputs["operations"]["show"];
type Phase = Operation["phases"][number];

/** Codename, what and when, who can see it, and the phases. `today` is a day as "2026-11-22". */
export function OperationHeader({ operation, today }: { operation: Operation; today: string }) {
  const t = useTranslations("operations");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const planning = useTranslations("planning");
  const mark = useHandlingMark();
  const period = usePeriodWords();
  const [stepping, setStepping] = useState(false);
  const { participations, programmes, points, edition } = operation;
  const countries = participations.map(({ countryCode }) => countryName(countryCode, locale));
  const lead = [
    countries.length > 3 ? t("countriesCount", { count: countries.length }) : countries.join(" · "),
    points.length > 0 && t("pointsCount", { count: points.length }),
    period({ ...operation, rough: operation.publishedDates[0] ?? null }),
    edition !== null && t("edition", { roman: editionOf(edition) }),
  ];
  return (
    <>
      <PageHeader
        title={operation.codename}
        exercise={operation.exercise}
        crumbs={[
          { label: t("title"), href: "/operations" },
          ...programmes.slice(-1).map(({ programme }) => ({
            label: programme.code,
            href: `/operations?${new URLSearchParams({ programme: programme.code })}`,
          })),
        ]}
        lead={lead.filter(Boolean).join(" · ")}
        chips={
          <>
            <Chip tone="tlp">{mark(operation.handlingMark)}</Chip>
            <OperationStateBadge state={operation.state} />
            {operation.state === "draft" ? (
              <VisibleTo who={[]} />
            ) : operation.visibility === "published" ? (
              <VisibleTo who={[t("readers.everyone")]} hq={false} />
            ) : (
              <VisibleTo who={[t("readers.participants", { count: countries.length })]} />
            )}
            {operation.confidence && <Chip>{terms(`confidence.${operation.confidence}`)}</Chip>}
          </>
        }
        {...(operation.planner && {
          secondary: (
            <PlannerActions operation={operation} stepping={stepping} step={() => setStepping(!stepping)} />
          ),
          action: (
            <ActionLink look="primary" href={`/operations/${operation.slug}/edit`}>
              {planning("page.edit")}
            </ActionLink>
          ),
        })}
      />
      {stepping && <OperationSteps operation={operation} close={() => setStepping(false)} />}
      <StateNotes operation={operation} />
      <Phases operation={operation} today={today} />
    </>
  );
}

type PlannerProps = { operation: Operation; stepping: boolean; step: () => void };

/** What a programme manager does with the operation besides editing it. */
function PlannerActions({ operation, stepping, step }: PlannerProps) {
  const t = useTranslations("planning");
  return (
    <>
      <ActionLink href={`/operations/new?${new URLSearchParams({ from: operation.slug })}`}>
        {t("clone.action")}
      </ActionLink>
      {nextStates(operation.state).length > 0 && (
        <ActionButton aria-expanded={stepping} onClick={step}>
          {t("step.open")}
        </ActionButton>
      )}
    </>
  );
}

/** Why it is where it is: cancelled, or live before everything was planned; a draft says who sees it. */
function StateNotes({ operation: { state, liveReason, stateReason } }: { operation: Operation }) {
  const t = useTranslations("planning");
  if (state === "cancelled" && stateReason)
    return (
      <Notice tone="plain">{t("page.cancelledReason", { reason: `\u2068${stateReason}\u2069` })}</Notice>
    );
  if (state === "live" && liveReason)
    return <Notice tone="plain">{t("page.liveReason", { reason: `\u2068${liveReason}\u2069` })}</Notice>;
  if (state === "draft")
    return <Notice tone="plain">{t("page.draft", { next: t("step.do.planned") })}</Notice>;
  return null;
}

function Phases({ operation, today }: { operation: Operation; today: string }) {
  const words = usePhaseWords();
  if (operation.phases.length === 0) return null;
  const over = operation.state === "closed" || operation.state === "cancelled";
  return (
    <PhaseStepper
      steps={operation.phases.map((phase) => {
        const state = phaseState(phase, today, over);
        return {
          key: phase.id,
          label: words.name(phase),
          dates: words.dates(phase, state === "now" ? today : null),
          state,
        };
      })}
    />
  );
}

/** A phase by name and dates; where only a wording is known, the wording. */
export function usePhaseWords() {
  const t = useTranslations("operations");
  const terms = useTranslations("terms.phaseKind");
  const days = useDayRange();
  const name = ({ kind, label }: Phase) => (kind ? terms(kind) : (label ?? "—"));
  const dates = (phase: Phase, today: string | null): string => {
    const { startsOn, endsOn } = phase;
    if (startsOn === null) return phase.publishedDates[0]?.wording ?? t("phase.noDates");
    const range = days(startsOn, endsOn);
    if (today === null || endsOn === null) return range;
    const count = { day: daysBetween(startsOn, today) + 1, days: daysBetween(startsOn, endsOn) + 1 };
    return `${range}, ${t("dayOf", count)}`;
  };
  return { name, dates };
}
