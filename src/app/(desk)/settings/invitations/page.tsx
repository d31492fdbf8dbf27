import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Columns, Page } from "#components/layout/page.tsx";
import { InviteForm } from "#features/people/components/invite-form.tsx";
import { OpenInvitations } from "#features/people/components/open-invitations.tsx";
import { SettingsTabs } from "#features/people/components/settings-tabs.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.tabs");
  return { title: t("invitations") };
}

export default async function InvitationsPage() {
  await prefetch(trpc.people.invitations.queryOptions());
  return (
    <Page>
      <SettingsTabs active="invitations">
        <HydrateClient>
          <Columns split="halves">
            <InviteForm />
            <OpenInvitations />
          </Columns>
        </HydrateClient>
      </SettingsTabs>
    </Page>
  );
}
