import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { OwnAccount } from "#features/people/components/own-account.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.own");
  return { title: t("title") };
}

export default async function AccountPage() {
  await Promise.all([prefetch(trpc.people.me.queryOptions()), prefetch(trpc.people.sessions.queryOptions())]);
  return (
    <Page>
      <HydrateClient>
        <OwnAccount />
      </HydrateClient>
    </Page>
  );
}
