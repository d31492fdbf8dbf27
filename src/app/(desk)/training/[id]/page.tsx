import type { Metadata } from "next";
import { cache } from "react";
import { History } from "#features/audit/components/history.tsx";
import { SessionPage } from "#features/training/components/session-page.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

type Props = { params: Promise<{ id: string }> };

/** What a reader may not see is not found: the address does not tell the two apart. */
const openSession = cache((id: string) => orNotFound(caller().training.get({ id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openSession((await params).id)).title };
}

export default async function TrainingSessionPage({ params }: Props) {
  const { id } = await params;
  const session = await openSession(id);
  getQueryClient().setQueryData(trpc.training.get.queryKey({ id }), session);
  await Promise.all([
    prefetch(trpc.training.checksAround.queryOptions({ id })),
    prefetch(trpc.audit.history.queryOptions({ entity: "training_session", id })),
  ]);
  return (
    <HydrateClient>
      <SessionPage id={id} history={<History entity="training_session" id={id} />} />
    </HydrateClient>
  );
}
