import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { AboutEditor } from "#features/people/components/about-form.tsx";
import { SettingsTabs } from "#features/people/components/settings-tabs.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.tabs");
  return { title: t("about") };
}

export default async function AboutSettingsPage() {
  const locale = await getLocale();
  await prefetch(trpc.people.aboutInLanguage.queryOptions({ locale }));
  return (
    <Page>
      <SettingsTabs active="about">
        <HydrateClient>
          <AboutEditor key={locale} />
        </HydrateClient>
      </SettingsTabs>
    </Page>
  );
}
