import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { History } from "#features/audit/components/history.tsx";
import { SessionPage } from "#features/training/components/session-page.tsx";
import { caller, getQueryClient, HydrateClient, isRefusedWith, prefetch, trpc } from "#trpc/server.tsx";

type Props = { params: Promise<{ id: string }> };

/** What a reader may not see is not found: the address does not tell the two apart. */
const openSession = cache(async (id: string) => {
  try {
    return await caller().training.get({ id });
  } catch (error) {
    if (isRefusedWith(error, ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"])) notFound();
    throw error;
  }
});

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
