import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TrainingBoard } from "#features/training/components/training-board.tsx";
import { readTrainingSearch, type Search } from "#features/training/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

const dayNow = () => new Date().toISOString().slice(0, 10);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("training");
  return { title: t("title") };
}

export default async function TrainingPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { filter, choice, view, month: asked } = readTrainingSearch(await searchParams);
  const today = dayNow();
  const month = asked ?? today.slice(0, 7);
  await Promise.all([
    prefetch(trpc.training.trained.queryOptions(choice)),
    prefetch(trpc.training.choices.queryOptions({ exercise: choice.exercise })),
    view === "list"
      ? prefetch(trpc.training.list.queryOptions(filter))
      : prefetch(trpc.training.month.queryOptions({ ...choice, month })),
  ]);
  return (
    <HydrateClient>
      <TrainingBoard filter={filter} choice={choice} view={view} month={month} today={today} />
    </HydrateClient>
  );
}
