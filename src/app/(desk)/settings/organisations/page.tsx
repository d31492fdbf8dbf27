import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { AddOrganisation } from "#features/organisations/components/add-organisation.tsx";
import { OrganisationList } from "#features/organisations/components/organisation-list.tsx";
import { organisationFilter } from "#features/organisations/schema.ts";
import { SettingsTabs } from "#features/people/components/settings-tabs.tsx";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrganisationsPage({ searchParams }: Props) {
  const { permissions } = await caller().people.me();
  if (!permissions.includes("organisation:write")) notFound();
  const { text, country, kind, retired, page } = await searchParams;
  const asked = organisationFilter.safeParse({
    text: text ?? "",
    country,
    kind,
    retired: retired === "1",
    page: Number(page ?? 1),
  });
  const filter = asked.success ? asked.data : organisationFilter.parse({});
  await prefetch(trpc.organisations.list.queryOptions(filter));
  return (
    <Page>
      <SettingsTabs active="organisations">
        <HydrateClient>
          <AddOrganisation />
          <OrganisationList filter={filter} />
        </HydrateClient>
      </SettingsTabs>
    </Page>
  );
}
