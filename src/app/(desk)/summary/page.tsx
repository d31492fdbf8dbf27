import { getTranslations } from "next-intl/server";
import { SummaryBoard } from "#features/summary/components/summary-board.tsx";
import { ExerciseNotice } from "#features/today/components/exercise-notice.tsx";
import { readSummarySearch, type Search } from "#features/summary/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("summary");
  return { title: t("title") };
}

export default async function SummaryPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { filter, open, by } = readSummarySearch(await searchParams);
  const { bucket: _, ...chosen } = filter;
  const { from: _from, to: _to, ...now } = chosen;
  await Promise.all([
    prefetch(trpc.summary.totals.queryOptions(filter)),
    prefetch(trpc.summary.published.queryOptions(chosen)),
    prefetch(trpc.summary.cuts.queryOptions(chosen)),
    prefetch(trpc.summary.open.queryOptions(now)),
    prefetch(trpc.today.worlds.queryOptions()),
    prefetch(trpc.people.me.queryOptions()),
    prefetch(trpc.situation.choices.queryOptions({ exercise: filter.exercise })),
    open ? prefetch(trpc.summary.parts.queryOptions({ ...chosen, ...open })) : null,
  ]);
  return (
    <HydrateClient>
      <SummaryBoard
        filter={filter}
        open={open}
        by={by}
        notice={<ExerciseNotice exercise={filter.exercise} />}
      />
    </HydrateClient>
  );
}
