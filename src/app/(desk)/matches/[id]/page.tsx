import type { Metadata } from "next";
import { cache } from "react";
import { Page } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { MatchStory } from "#features/matches/components/match-story.tsx";
import { OutcomesCard } from "#features/outcomes/components/outcomes-card.tsx";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

type Props = { params: Promise<{ id: string }> };

/** What a reader may not see is not found: the address does not tell the two apart. */
const openMatch = cache((id: string) => orNotFound(caller().matches.get({ id })));

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
          history={
            <>
              <OnThisDevice row={id} />
              <History entity="match" id={id} timeZone={story.point.timeZone} />
            </>
          }
        />
      </Page>
    </HydrateClient>
  );
}
