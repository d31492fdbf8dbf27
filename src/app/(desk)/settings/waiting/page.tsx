import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { SettingsTabs } from "#features/people/components/settings-tabs.tsx";
import { WaitingAssignments } from "#features/people/components/waiting-assignments.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.tabs");
  return { title: t("waiting") };
}

export default async function WaitingPage() {
  await prefetch(trpc.people.waiting.queryOptions());
  return (
    <Page>
      <SettingsTabs active="waiting">
        <HydrateClient>
          <WaitingAssignments />
        </HydrateClient>
      </SettingsTabs>
    </Page>
  );
}
