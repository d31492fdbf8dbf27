import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page, Stack } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { OrganisationDetail } from "#features/organisations/components/organisation-detail.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function OrganisationPage({ params }: Props) {
  const { id } = await params;
  const { permissions } = await caller().people.me();
  if (!permissions.includes("organisation:write")) notFound();
  const organisation = await orNotFound(caller().organisations.show({ id }));
  getQueryClient().setQueryData(trpc.organisations.show.queryKey({ id }), organisation);
  return (
    <Page>
      <HydrateClient>
        <Stack>
          <OrganisationDetail id={id} />
          <History entity="organisation" id={id} />
        </Stack>
      </HydrateClient>
    </Page>
  );
}
