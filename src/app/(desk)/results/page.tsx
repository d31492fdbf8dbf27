import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { ResultList } from "#features/outcomes/components/result-list.tsx";
import { readResultFilter, type Search } from "#features/outcomes/schema/filter.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("outcomes.list");
  return { title: t("title") };
}

export default async function ResultsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const filter = readResultFilter(await searchParams);
  const { kind, exercise } = filter;
  const t = await getTranslations("outcomes.list");
  await Promise.all([
    prefetch(trpc.outcomes.list.queryOptions(filter)),
    prefetch(trpc.outcomes.facets.queryOptions({ kind, exercise })),
  ]);
  return (
    <HydrateClient>
      <Page>
        <PageHeader title={t("title")} lead={t("lead")} exercise={exercise} />
        <Stack>
          <ResultList filter={filter} />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
