import type { Metadata } from "next";
import { readOperationTab } from "#features/operations/schema.ts";
import type { Search } from "#features/operations/schema.ts";
import { getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";
import { openOperation } from "./open-operation.ts";
import { OperationPage } from "./operation-page.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openOperation((await params).slug)).codename };
}

const today = () => new Date().toISOString().slice(0, 10);

export default async function OperationDoor({ params, searchParams }: Props) {
  const { slug } = await params;
  const operation = await openOperation(slug);
  const tab = readOperationTab(await searchParams);
  const operationId = operation.id;
  getQueryClient().setQueryData(trpc.operations.show.queryKey({ slug }), operation);
  await Promise.all([
    prefetch(trpc.figures.list.queryOptions({ operationId })),
    prefetch(trpc.operations.results.queryOptions({ operationId })),
    ...(tab === "history"
      ? [prefetch(trpc.audit.history.queryOptions({ entity: "operation", id: operationId }))]
      : []),
  ]);
  return (
    <HydrateClient>
      <OperationPage slug={slug} tab={tab} today={today()} />
    </HydrateClient>
  );
}
