import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Page } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { MatchStory } from "#features/matches/components/match-story.tsx";
import { OutcomesCard } from "#features/outcomes/components/outcomes-card.tsx";
import { caller, getQueryClient, HydrateClient, isRefusedWith, prefetch, trpc } from "#trpc/server.tsx";

type Props = { params: Promise<{ id: string }> };

/** What a reader may not see is not found: the address does not tell the two apart. */
const openMatch = cache(async (id: string) => {
  try {
    return await caller().matches.get({ id });
  } catch (error) {
    if (isRefusedWith(error, ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"])) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openMatch((await params).id)).reference };
}

export default async function MatchPage({ params }: Props) {
  const { id } = await params;
  const story = await openMatch(id);
  getQueryClient().setQueryData(trpc.matches.get.queryKey({ id }), story);
  await Promise.all([
    prefetch(trpc.outcomes.ofMatch.queryOptions({ matchId: id })),
    prefetch(trpc.audit.history.queryOptions({ entity: "match", id })),
  ]);
  return (
    <HydrateClient>
      <Page>
        <MatchStory
          id={id}
          outcomes={<OutcomesCard matchId={id} />}
          history={<History entity="match" id={id} timeZone={story.point.timeZone} />}
        />
      </Page>
    </HydrateClient>
  );
}
