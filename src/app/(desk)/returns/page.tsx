import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { OpenQuestions } from "#features/returns/components/open-questions.tsx";
import { ReturnList } from "#features/returns/components/return-list.tsx";
import { readReturnFilter } from "#features/returns/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("returns.list");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReturnsPage({ searchParams }: Props) {
  const filter = readReturnFilter(await searchParams);
  const t = await getTranslations("returns.list");
  await Promise.all([
    prefetch(trpc.returns.list.queryOptions(filter)),
    prefetch(trpc.returns.choices.queryOptions({ exercise: filter.exercise })),
  ]);
  return (
    <HydrateClient>
      <Page>
        <Stack>
          <PageHeader title={t("title")} lead={t("lead")} exercise={filter.exercise} />
          <OpenQuestions />
          <ReturnList filter={filter} />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
