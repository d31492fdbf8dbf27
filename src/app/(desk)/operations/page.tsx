import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllNews } from "#features/figures/components/all-news.tsx";
import { OperationsBoard } from "#features/operations/components/operations-board.tsx";
import { readOperationSearch } from "#features/operations/schema.ts";
import type { Search } from "#features/operations/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations");
  return { title: t("title") };
}

export default async function OperationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { filter, choice, view } = readOperationSearch(await searchParams);
  await Promise.all([
    prefetch(trpc.operations.choices.queryOptions({ exercise: choice.exercise })),
    {
      table: () => prefetch(trpc.operations.list.queryOptions(filter)),
      timeline: () => prefetch(trpc.operations.schedule.queryOptions(choice)),
      map: () => prefetch(trpc.operations.chart.queryOptions(choice)),
    }[view](),
  ]);
  return (
    <HydrateClient>
      <OperationsBoard filter={filter} choice={choice} view={view} />
      {view === "table" && !choice.exercise && <AllNews />}
    </HydrateClient>
  );
}
