import type { Metadata } from "next";
import { Page, Stack } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { FigurePage } from "#features/figures/components/figure-page.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";
import { openOperation } from "../../open-operation.ts";

type Props = { params: Promise<{ slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openOperation((await params).slug)).codename };
}

export default async function FigureDoor({ params }: Props) {
  const { slug, id } = await params;
  const operation = await openOperation(slug);
  const operationId = operation.id;
  await Promise.all([
    prefetch(trpc.figures.list.queryOptions({ operationId })),
    prefetch(trpc.figures.earlier.queryOptions({ operationId })),
  ]);
  return (
    <Page>
      <HydrateClient>
        <Stack>
          <FigurePage operation={operation} figureId={id} />
          <History entity="figure" id={id} />
        </Stack>
      </HydrateClient>
    </Page>
  );
}
