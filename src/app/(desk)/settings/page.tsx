import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PeopleList } from "#features/people/components/people-list.tsx";
import { SettingsTabs } from "#features/people/components/settings-tabs.tsx";
import { personFilter } from "#features/people/schema.ts";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: Props) {
  const { permissions } = await caller().people.me();
  // Programme managers keep the organisations; people are the administrators'.
  if (!permissions.includes("person:read")) redirect("/settings/organisations");
  const { text, page } = await searchParams;
  const asked = personFilter.safeParse({ text: text ?? "", page: Number(page ?? 1) });
  const filter = asked.success ? asked.data : personFilter.parse({});
  await prefetch(trpc.people.list.queryOptions(filter));
  return (
    <Page>
      <SettingsTabs active="people">
        <HydrateClient>
          <PeopleList filter={filter} />
        </HydrateClient>
      </SettingsTabs>
    </Page>
  );
}
