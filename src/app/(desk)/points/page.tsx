import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, Stack } from "#components/layout/page.tsx";
import { PointFilters } from "#features/points/components/point-filters.tsx";
import { PointList } from "#features/points/components/point-list.tsx";
import { PointMap } from "#features/points/components/point-map.tsx";
import { PointsHeader } from "#features/points/components/points-header.tsx";
import { choiceOf, readPointFilter, type Search } from "#features/points/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("points");
  return { title: t("title") };
}

export default async function PointsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const filter = readPointFilter(await searchParams);
  const choice = choiceOf(filter);
  const { exercise } = filter;
  await Promise.all([
    prefetch(trpc.points.list.queryOptions(filter)),
    prefetch(trpc.points.places.queryOptions(choice)),
    prefetch(trpc.points.choices.queryOptions({ exercise })),
  ]);
  return (
    <HydrateClient>
      <Page>
        <PointsHeader exercise={exercise} />
        <Stack>
          <PointFilters filter={filter} />
          <PointMap choice={choice} />
          <PointList filter={filter} />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
