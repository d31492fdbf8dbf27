"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { FigureForm } from "./figure-form.tsx";

type Operation = { id: string; slug: string; codename: string; exercise: boolean };

/** The form of a new figure; `question` makes it a claim from the start. */
export function EnterFigurePage({ operation, question }: { operation: Operation; question: string | null }) {
  const t = useTranslations("figures");
  const published = useQuery(useTRPC().figures.list.queryOptions({ operationId: operation.id }));
  const back = `/operations/${operation.slug}?tab=sources`;
  return (
    <Known query={published} title={t("notShown")} waiting={<SkeletonLines lines={10} />}>
      {(data) => {
        const set = data.sets.find(({ id }) => id === question);
        return (
          <Stack>
            <PageHeader
              title={t("form.newTitle")}
              exercise={operation.exercise}
              lead={set?.question}
              crumbs={[
                { label: operation.codename, href: `/operations/${operation.slug}` },
                { label: t("published"), href: back },
              ]}
            />
            <FigureForm
              operationId={operation.id}
              back={back}
              published={data}
              figureSetId={set?.id ?? null}
            />
          </Stack>
        );
      }}
    </Known>
  );
}
