"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Known } from "#components/form/known.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import type { Published } from "#features/figures/components/figure-words.ts";
import { HeadFigures } from "#features/figures/components/head-figures.tsx";
import { NewsList } from "#features/figures/components/news-list.tsx";
import { PublishedFigures } from "#features/figures/components/published-figures.tsx";
import { PublishedFunnel } from "#features/figures/components/published-funnel.tsx";
import { RivalClaims } from "#features/figures/components/rival-claims.tsx";
import { SourceList } from "#features/figures/components/source-list.tsx";
import type { Operation } from "#features/operations/components/operation-header.tsx";
import { OperationMap } from "#features/operations/components/operation-map.tsx";
import {
  OperationParticipants,
  OperationPartners,
} from "#features/operations/components/operation-participants.tsx";
import { OperationPhasesTimeline } from "#features/operations/components/operation-phases-timeline.tsx";
import { OperationRemarks } from "#features/operations/components/operation-remarks.tsx";
import { ResultsOverview } from "#features/operations/components/results-overview.tsx";
import { useTRPC } from "#trpc/client.tsx";

/** What was found and what was published, beside each other and never mixed; where, when and with whom. */
export function OperationOverview({ operation }: { operation: Operation }) {
  const t = useTranslations("operations");
  const funnel = useTranslations("terms.funnel");
  const trpc = useTRPC();
  const published = useQuery(trpc.figures.list.queryOptions({ operationId: operation.id }));
  const { data } = published;
  return (
    <Stack>
      <ResultsOverview operationId={operation.id} />
      <Known query={published} title={t("notShown")} waiting={<SkeletonBox height={240} />}>
        {(read) => <HeadFigures published={read} />}
      </Known>
      <Columns split="7-5">
        <Side>
          {data && <Claims published={data} />}
          {data && data.figures.length > 0 && <PublishedFigures published={data} />}
          <OperationRemarks operation={operation} />
          <OperationParticipants operation={operation} />
        </Side>
        <Side>
          {data && <PublishedFunnel published={data} title={funnel("title")} note={t("funnel.units")} />}
          <OperationMap operation={operation} />
          <OperationPhasesTimeline operation={operation} />
          <OperationPartners operation={operation} most={6} />
          {data && <NewsList news={data.news} />}
        </Side>
      </Columns>
      {data && data.sources.length > 0 && <SourceList sources={data.sources} />}
    </Stack>
  );
}

/** Cards of one column keep their own height, however tall the other column is. */
function Side({ children }: { children: ReactNode }) {
  return (
    <div>
      <Stack>{children}</Stack>
    </div>
  );
}

function Claims({ published }: { published: Published }) {
  return published.sets.map((set) => <RivalClaims key={set.id} set={set} published={published} />);
}
