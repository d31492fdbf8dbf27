import { getTranslations } from "next-intl/server";
import { Page, Stack } from "#components/layout/page.tsx";
import { MatchFilters } from "#features/matches/components/match-filters.tsx";
import { MatchList } from "#features/matches/components/match-list.tsx";
import { MatchTabs } from "#features/matches/components/match-tabs.tsx";
import { MatchesHeader } from "#features/matches/components/matches-header.tsx";
import { readMatchFilter, type Search } from "#features/matches/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("matches");
  return { title: t("title") };
}

export default async function MatchesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const filter = readMatchFilter(await searchParams);
  const { exercise } = filter;
  await Promise.all([
    prefetch(trpc.matches.list.queryOptions(filter)),
    prefetch(trpc.matches.facets.queryOptions({ exercise })),
    prefetch(trpc.matches.countConfirmations.queryOptions({ exercise })),
  ]);
  return (
    <HydrateClient>
      <Page>
        <MatchesHeader exercise={exercise} />
        <Stack>
          <MatchTabs active="matches" />
          <MatchFilters filter={filter} />
          <MatchList filter={filter} />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
