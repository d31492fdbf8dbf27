"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Columns, Page, Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { Cut } from "../rules/cuts.ts";
import type { Opened, SummaryFilter } from "../schema.ts";
import { AccessCard } from "./access-card.tsx";
import { AsksCard } from "./asks-card.tsx";
import { CutsCard } from "./cuts-card.tsx";
import { HeadlineTotals } from "./headline-totals.tsx";
import { OwedTable } from "./owed-table.tsx";
import { PartsPanel } from "./parts-panel.tsx";
import { PrintedFacts } from "./printed-facts.tsx";
import { PublishedFigures } from "./published-figures.tsx";
import { SeizureTotals } from "./seizure-totals.tsx";
import { ShortStory } from "./short-story.tsx";
import styles from "./summary.module.css";
import { SummaryFilterBar } from "./summary-filter-bar.tsx";
import { SummaryFunnel } from "./summary-funnel.tsx";
import { SummaryTrend } from "./summary-trend.tsx";
import { TrainingCard } from "./training-card.tsx";

type Props = { filter: SummaryFilter; open: Opened | null; by: Cut; notice: ReactNode };

/** A page that is read in two minutes: what happened, where, so what, what is asked, what is open and who owes it. */
export function SummaryBoard({ filter, open, by, notice }: Props) {
  const t = useTranslations("summary");
  const trpc = useTRPC();
  const can = useCan();
  const read = useQuery({
    ...trpc.summary.totals.queryOptions(filter),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const shown = can("total:read");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        exercise={filter.exercise}
        {...(shown ? { secondary: <Ways /> } : {})}
      />
      <Stack>
        {notice}
        {shown && <SummaryFilterBar filter={filter} />}
        <Known query={read} title={t("notShown")} waiting={<SkeletonBox height={320} />}>
          {(totals) => <Board totals={totals} filter={filter} open={open} by={by} />}
        </Known>
        {shown && <PublishedFigures filter={filter} />}
      </Stack>
    </Page>
  );
}

/** The page to print and the comparison, with what is chosen here. */
function Ways() {
  const t = useTranslations("summary");
  const { get } = useUrlFilter();
  const chosen = new URLSearchParams(
    ["programme", "operation", "country", "from", "to", "bucket"].flatMap((name) => {
      const value = get(name);
      return value === null ? [] : [[name, value]];
    }),
  ).toString();
  return (
    <span className={`${styles.waysOut} not-on-paper`}>
      <ActionLink look="quiet" href="/summary/compare">
        {t("compare.link")}
      </ActionLink>
      <ActionLink look="quiet" href={`/print/summary${chosen && `?${chosen}`}`}>
        {t("paper.open")}
      </ActionLink>
    </span>
  );
}

type BoardProps = Omit<Props, "notice"> & { totals: RouterOutputs["summary"]["totals"] };

function Board({ totals, filter, open, by }: BoardProps) {
  const t = useTranslations("summary");
  const { operations } = totals;
  const counted = totals.totals.length > 0;
  return (
    <>
      <PrintedFacts filter={filter} totals={totals} />
      {totals.guarded.widened && <Notice tone="plain">{t(`widened.${totals.guarded.fineness}`)}</Notice>}
      {counted && (
        <Columns split="7-5">
          <ShortStory totals={totals} filter={filter} />
          <AsksCard filter={filter} />
        </Columns>
      )}
      <HeadlineTotals totals={totals} filter={filter} />
      {open && <PartsPanel filter={filter} open={open} totals={totals} />}
      {counted && (
        <Columns split="7-5">
          <SummaryTrend totals={totals} filter={filter} />
          <Stack>
            <SummaryFunnel totals={totals} />
            <TrainingCard filter={filter} operations={operations} />
            <AccessCard filter={filter} operations={operations} />
          </Stack>
        </Columns>
      )}
      <OwedTable filter={filter} />
      {counted && <CutsCard totals={totals} filter={filter} by={by} />}
      <SeizureTotals totals={totals} />
    </>
  );
}
