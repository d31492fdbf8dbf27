import { getTranslations } from "next-intl/server";
import { SituationBoard } from "#features/situation/components/situation-board.tsx";
import { readSituationSearch, type Search } from "#features/situation/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("situation");
  return { title: t("title") };
}

export default async function SituationPage({ searchParams }: { searchParams: Promise<Search> }) {
  const asked = readSituationSearch(await searchParams);
  const { from: _, to: _to, ...whole } = asked.filter;
  await Promise.all([
    prefetch(trpc.situation.places.queryOptions(asked.filter)),
    prefetch(
      trpc.situation.timeline.queryOptions({ ...whole, ...(asked.points ? { points: asked.points } : {}) }),
    ),
    prefetch(trpc.situation.choices.queryOptions({ exercise: asked.filter.exercise })),
  ]);
  return (
    <HydrateClient>
      <SituationBoard />
    </HydrateClient>
  );
}
