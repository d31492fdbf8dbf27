import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { ReturnLog } from "#features/returns/components/return-log.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("returns.log");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ exercise?: string | string[] }> };

export default async function LogReturnPage({ searchParams }: Props) {
  const exercise = (await searchParams).exercise === "1";
  await prefetch(trpc.returns.owed.queryOptions({ exercise }));
  return (
    <HydrateClient>
      <Page width="narrow">
        <ReturnLog />
      </Page>
    </HydrateClient>
  );
}
