import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { ReturnLog } from "#features/returns/components/return-log.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("returns.log");
  return { title: t("title") };
}

export default async function LogReturnPage() {
  await prefetch(trpc.returns.owed.queryOptions());
  return (
    <HydrateClient>
      <Page width="narrow">
        <ReturnLog />
      </Page>
    </HydrateClient>
  );
}
