import { getTranslations } from "next-intl/server";
import { CompareBoard } from "#features/summary/components/compare-board.tsx";
import { readCompareSearch, type Search } from "#features/summary/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("summary.compare");
  return { title: t("title") };
}

export default async function ComparePage({ searchParams }: { searchParams: Promise<Search> }) {
  const { exercise, a, b } = readCompareSearch(await searchParams);
  await Promise.all([
    prefetch(trpc.situation.choices.queryOptions({ exercise })),
    a !== null && b !== null && a !== b
      ? prefetch(trpc.summary.compare.queryOptions({ exercise, a, b }))
      : null,
  ]);
  return (
    <HydrateClient>
      <CompareBoard exercise={exercise} a={a} b={b} />
    </HydrateClient>
  );
}
