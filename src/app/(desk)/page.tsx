import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keepWorld } from "#components/layout/keep-world.ts";
import { TodayBoard } from "#features/today/components/today-board.tsx";
import { readTodaySearch, type Search } from "#features/today/schema.ts";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage({ searchParams }: { searchParams: Promise<Search> }) {
  const filter = readTodaySearch(await searchParams);
  const { grants } = await caller().people.me();
  if (grants.length > 0 && grants.every(({ role }) => role === "leadership"))
    redirect(keepWorld("/summary", filter.exercise));
  await Promise.all([
    prefetch(trpc.today.overview.queryOptions(filter)),
    prefetch(trpc.today.worlds.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <TodayBoard exercise={filter.exercise} />
    </HydrateClient>
  );
}
