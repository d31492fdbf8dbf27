import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { MatchStory } from "#features/matches/components/match-story.tsx";
import { oneMatch } from "#features/matches/schema.ts";
import { OutcomesCard } from "#features/outcomes/components/outcomes-card.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("matches");
  return { title: t("title") };
}

export default async function MatchPage({ params }: { params: Promise<{ id: string }> }) {
  const asked = oneMatch.safeParse(await params);
  if (!asked.success) notFound();
  const { id } = asked.data;
  await Promise.all([
    prefetch(trpc.matches.get.queryOptions({ id })),
    prefetch(trpc.outcomes.ofMatch.queryOptions({ matchId: id })),
  ]);
  return (
    <HydrateClient>
      <Page>
        <MatchStory id={id} outcomes={<OutcomesCard matchId={id} />} />
      </Page>
    </HydrateClient>
  );
}
